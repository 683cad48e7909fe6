using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Components;
using Microsoft.AspNetCore.Http.Extensions;

namespace KernelTracker.Web.Hosting;

/// <summary>
/// One address per comparison: the form's "/compare?from=2.6.28&amp;to=2.6.30" and "/compare/2.6.28..2.6.30" lead to
/// "/compare/v2.6.28...v2.6.30"; two versions of a stable series to what lies between them there.
/// </summary>
public static class CanonicalComparison
{
    private const string Root = "/compare";

    /// <summary>Redirects pages (not the API).</summary>
    public static IApplicationBuilder UseCanonicalComparison(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Redirect(context.Request.Path, context.Request.Query) is not { } target)
            return next(context);
        context.Response.Redirect(context.Request.PathBase + target);
        return Task.CompletedTask;
    });

    /// <summary>Where a request should have gone; null when it is right as it is, or cannot be understood.</summary>
    internal static string? Redirect(PathString path, IQueryCollection query)
    {
        if (path.Value is not { } text || !text.StartsWith(Root, StringComparison.Ordinal))
            return null;
        if (text == Root && query["from"].ToString() is { Length: > 0 } from && query["to"].ToString() is { Length: > 0 } to)
            return Target(from.Trim(), to.Trim());
        if (text.Length <= Root.Length + 1 || text[Root.Length] != '/')
            return null;
        var (written, rest) = text[(Root.Length + 1)..].Split('/', 2) switch
        {
            [var first, var second] => (first, "/" + second),
            [var only] => (only, ""),
            _ => ("", ""),
        };
        var ends = written.Split(written.Contains("...", StringComparison.Ordinal) ? "..." : "..", 2);
        if (ends.Length != 2 || ReportFormat.All.Any(f => written.EndsWith('.' + f.Ending, StringComparison.Ordinal)) || Target(ends[0], ends[1]) is not { } target)
            return null;
        return target == Root + "/" + Uri.EscapeDataString(written) ? null : target + rest + new QueryBuilder(query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))));
    }

    private static string? Target(string from, string to)
    {
        if (Stable(from, to) is { } stable)
            return stable;
        return MomentPair.TryParse(from, to, out var pair, out _) ? Links.Compare(pair) : null;
    }

    /// <summary>Two versions of one stable series, of which at least one is an update.</summary>
    private static string? Stable(string from, string to)
    {
        if (!StableVersion.TryParse(to, out var last))
            return null;
        if (StableVersion.TryParse(from, out var first))
            return first.Series == last.Series ? Links.Between(StableVersion.NameOf(last.Series), first.Update.ToString(), last.Update.ToString()) : null;
        return KernelVersion.TryParse(from, out var release) && release == last.Series
            ? Links.Between(StableVersion.NameOf(last.Series), release.ToString(), last.Update.ToString())
            : null;
    }
}
