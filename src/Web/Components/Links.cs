using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace KernelTracker.Web.Components;

/// <summary>The addresses of the site's pages; every part is encoded here and nowhere else.</summary>
public static class Links
{
    /// <summary>The page of a release.</summary>
    public static string Release(string version) => "/releases/" + Uri.EscapeDataString(version);

    /// <summary>The merge window of a release, at a moment and since another.</summary>
    public static string Window(string version, Moment? asOf = null, Moment? since = null) =>
        Release(version) + "/window" + Query(("asOf", asOf?.ToString()), ("since", since?.ToString()));

    /// <summary>The changesets of a release, of a stretch of it, or of a share of those.</summary>
    public static string Changesets(string version, ChangesetFilter? filter = null, Moment? asOf = null, Moment? since = null, int page = 1) =>
        Release(version) + "/changesets" + Query(
            ("area", filter?.Area?.Slug()),
            ("part", filter?.Part),
            ("subsystem", filter?.Subsystem),
            ("tree", filter?.Tree),
            ("developer", filter?.Developer?.ToString(CultureInfo.InvariantCulture)),
            ("day", filter?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("candidate", filter?.Candidate?.ToString(CultureInfo.InvariantCulture)),
            ("merges", filter is { WithMerges: true } ? "1" : null),
            ("asOf", asOf?.ToString()),
            ("since", since?.ToString()),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The changesets of a stretch, or of a share of them.</summary>
    public static string Changesets(ReleaseRange range, ChangesetFilter? filter = null, int page = 1) =>
        Changesets(range.Version, filter, range.AsOf, range.Since, page);

    /// <summary>The page of a changeset.</summary>
    public static string Changeset(ObjectId sha) => "/changesets/" + sha;

    /// <summary>The page of a pull.</summary>
    public static string Pull(ObjectId sha) => "/pulls/" + sha;

    /// <summary>A query string of the parameters that have a value.</summary>
    public static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }
        return query.ToString();
    }
}
