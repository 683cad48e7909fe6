using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Api;

/// <summary>Reads the parameters that narrow a list of changesets, for pages and API alike.</summary>
public static class ChangesetFilterReader
{
    /// <summary>The filter, or what is wrong with a parameter.</summary>
    public static (ChangesetFilter? Filter, string? Problem) Read(
        string? area = null, string? part = null, string? subsystem = null, string? tree = null,
        string? developer = null, string? day = null, string? candidate = null, string? merges = null, string? role = null, string? employer = null, string? origin = null)
    {
        var filter = new ChangesetFilter
        {
            Part = NullIfEmpty(part),
            Subsystem = NullIfEmpty(subsystem)?.ToLowerInvariant(),
            Tree = NullIfEmpty(tree),
            Employer = NullIfEmpty(employer)?.ToLowerInvariant(),
            Origin = NullIfEmpty(origin),
        };
        if (NullIfEmpty(area) is { } slug)
        {
            if (!AreaNames.TryParse(slug, out var known))
                return (null, $"There is no area “{slug}”. Areas are: {string.Join(", ", AreaNames.All.Select(a => a.Slug()))}.");
            filter = filter with { Area = known };
        }
        if (NullIfEmpty(developer) is { } person)
        {
            if (!int.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return (null, $"“{person}” is not the number of a developer.");
            filter = filter with { Developer = id };
        }
        if (NullIfEmpty(role) is { } trailer)
        {
            if (!PersonRoleNames.TryParse(trailer, out var known))
                return (null, $"“{trailer}” is no role. Roles are: {string.Join(", ", PersonRoleNames.All.Select(r => r.Slug()))}.");
            filter = filter with { Role = known };
        }
        if (NullIfEmpty(day) is { } date)
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known))
                return (null, $"“{date}” is not a day such as 2009-06-10.");
            filter = filter with { Day = known };
        }
        if (NullIfEmpty(candidate) is { } rc)
        {
            if (!int.TryParse(rc.StartsWith("rc", StringComparison.OrdinalIgnoreCase) ? rc[2..] : rc, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return (null, $"“{rc}” is not the number of a candidate; 0 stands for the release itself.");
            filter = filter with { Candidate = number };
        }
        if (NullIfEmpty(merges) is { } with)
        {
            if (with is not ("0" or "1"))
                return (null, "merges is 0 or 1.");
            filter = filter with { WithMerges = with == "1" };
        }
        return (filter, null);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
