using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
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
        Release(version) + "/changesets" + ChangesetQuery(filter, asOf, since, page);

    /// <summary>The parameters of a list of changesets.</summary>
    private static string ChangesetQuery(ChangesetFilter? filter, Moment? asOf, Moment? since, int page) => Query(
            ("area", filter?.Area?.Slug()),
            ("part", filter?.Part),
            ("subsystem", filter?.Subsystem),
            ("tree", filter?.Tree),
            ("origin", filter?.Origin),
            ("developer", filter?.Developer?.ToString(CultureInfo.InvariantCulture)),
            ("role", filter?.Role?.Slug()),
            ("employer", filter?.Employer),
            ("day", filter?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("candidate", filter?.Candidate?.ToString(CultureInfo.InvariantCulture)),
            ("merges", filter is { WithMerges: true } ? "1" : null),
            ("asOf", asOf?.ToString()),
            ("since", since?.ToString()),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The changesets of a stretch, or of a share of them.</summary>
    public static string Changesets(ReleaseRange range, ChangesetFilter? filter = null, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range.IsComparison
            ? Compare(range) + "/changesets" + ChangesetQuery(filter, null, null, page)
            : Changesets(range.Version, filter, range.AsOf, range.Since, page);
    }

    /// <summary>What lies between two moments: the one address of a comparison.</summary>
    public static string Compare(MomentPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return "/compare/" + Uri.EscapeDataString(pair.ToString());
    }

    /// <summary>The page of a comparison.</summary>
    public static string Compare(ReleaseRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return Compare(new MomentPair(range.Since!, range.AsOf!));
    }

    /// <summary>The parts of a release's merge window.</summary>
    public static string Parts(string version, IReadOnlyList<Moment>? cuts = null) =>
        Window(version) + "/parts" + Query(("cuts", cuts is null ? null : MomentList.ToText(cuts)));

    /// <summary>How a release reached mainline, tree by tree.</summary>
    public static string Flow(string version) => Release(version) + "/flow";

    /// <summary>A chart of a stretch.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="name">"days", "total" or "flow".</param>
    public static string Chart(ReleaseRange range, string name)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range.IsComparison
            ? $"/charts{Compare(range)}/{name}.svg"
            : $"/charts{Release(range.Version)}/{name}.svg" + Query(("asOf", range.AsOf?.ToString()), ("since", range.Since?.ToString()));
    }

    /// <summary>A file of a stretch: "areas.csv", "hardware.md".</summary>
    public static string File(ReleaseRange range, string file, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range.IsComparison
            ? Compare(range) + "/" + file + Query(parameters)
            : Release(range.Version) + "/" + file + Query([.. parameters, ("asOf", range.AsOf?.ToString()), ("since", range.Since?.ToString())]);
    }

    /// <summary>The changesets of a stretch, or of a share of them, as CSV.</summary>
    public static string ChangesetsFile(ReleaseRange range, ChangesetFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range.IsComparison
            ? Compare(range) + "/changesets.csv" + ChangesetQuery(filter, null, null, 1)
            : Release(range.Version) + "/changesets.csv" + ChangesetQuery(filter, range.AsOf, range.Since, 1);
    }

    /// <summary>The report of a stretch as a file, as `report` writes it; of a whole release, as of its tag or tip.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="ending">txt, md, html or json.</param>
    public static string Report(ReleaseRange range, string ending)
    {
        ArgumentNullException.ThrowIfNull(range);
        if (range.IsComparison)
            return Compare(range) + "." + ending;
        var whole = range.State == ReleaseState.Released ? range.Version : range.Tip?.Sha.ToString();
        return Window(range.Version) + "." + ending + Query(("asOf", range.AsOf?.ToString() ?? whole), ("since", range.Since?.ToString()));
    }

    /// <summary>The feed of the pulls that meet a filter.</summary>
    public static string PullFeed(PullFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/feeds/pulls.atom" + Query(
            ("tree", filter.Tree), ("area", filter.Area?.Slug()), ("subsystem", filter.Subsystem), ("release", filter.Release?.ToString()));
    }

    /// <summary>The feed of a stable series.</summary>
    public static string StableFeed(string series) => "/feeds/stable.atom" + Query(("series", series));

    /// <summary>The hardware that a stretch newly supports; of a comparison, on its own page.</summary>
    public static string ReleaseHardware(ReleaseRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range.IsComparison ? Compare(range) + "#hardware" : ReleaseHardware(range.Version, null, range.AsOf, range.Since);
    }

    /// <summary>A person.</summary>
    public static string Developer(int id) => "/developers/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>An employer by its name; those of whom it is not known for null.</summary>
    public static string Employer(string? name) => "/employers/" + Uri.EscapeDataString(name is null ? EmployerSlug.Unknown : EmployerSlug.Of(name));

    /// <summary>The people behind the changesets of a stretch, or one table of them.</summary>
    public static string People(ReleaseRange range, ChangesetFilter? filter = null, PeopleTable? table = null, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(range);
        return (range.IsComparison ? Compare(range) : Release(range.Version)) + "/people" + Query(
            [.. PeopleParameters(range, filter, table), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>The same as a file.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="filter">Which changesets count.</param>
    /// <param name="format">txt, md, html, csv or json.</param>
    /// <param name="table">The table, for CSV.</param>
    public static string PeopleExport(ReleaseRange range, ChangesetFilter filter, string format, PeopleTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(range);
        return (range.IsComparison ? Compare(range) : Release(range.Version)) + $"/people.{format}" + Query([.. PeopleParameters(range, filter, table)]);
    }

    private static (string Name, string? Value)[] PeopleParameters(ReleaseRange range, ChangesetFilter? filter, PeopleTable? table) =>
    [
        ("table", table?.Slug()),
        ("area", filter?.Area?.Slug()),
        ("part", filter?.Part),
        ("subsystem", filter?.Subsystem),
        ("tree", filter?.Tree),
        ("employer", filter?.Employer),
        ("asOf", range.IsComparison ? null : range.AsOf?.ToString()),
        ("since", range.IsComparison ? null : range.Since?.ToString()),
    ];

    /// <summary>What a release did to configuration symbols, as CSV.</summary>
    public static string KconfigFile(string version, KconfigEventKind? kind = null) =>
        Release(version) + "/kconfig.csv" + Query(("kind", kind?.Slug()));

    /// <summary>The history of a configuration symbol, named without CONFIG_.</summary>
    public static string Kconfig(string symbol) => "/kconfig/" + Uri.EscapeDataString(symbol);

    /// <summary>What a release did to configuration symbols, of one kind or all.</summary>
    public static string ReleaseKconfig(string version, KconfigEventKind? kind = null, int page = 1) =>
        Release(version) + "/kconfig" + Query(("kind", kind?.Slug()), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The page of a changeset.</summary>
    public static string Changeset(ObjectId sha) => "/changesets/" + sha;

    /// <summary>The page of a pull.</summary>
    public static string Pull(ObjectId sha) => "/pulls/" + sha;

    /// <summary>A stable series ("3.16") or update ("v3.16.4").</summary>
    public static string Stable(string name) => "/stable/" + Uri.EscapeDataString(name);

    /// <summary>The changesets on the page of an update, of one area or all.</summary>
    public static string StableChangesets(string version, Area? area, int page = 1) =>
        Stable(version) + Query(("area", area?.Slug()), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))) + "#changesets";

    /// <summary>What came between two versions of a series.</summary>
    public static string Between(string series, string from, string to, Area? area = null, int page = 1) =>
        Stable(series) + "/between" + Query(("from", from), ("to", to), ("area", area?.Slug()), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The same as a file: txt or csv.</summary>
    public static string BetweenFile(string series, string from, string to, string format) =>
        Stable(series) + "/between." + format + Query(("from", from), ("to", to));

    /// <summary>"Is it in?", asked for a commit, a subject or nothing yet.</summary>
    public static string IsItIn(string? question = null, int page = 1) =>
        "/stable/is-it-in" + Query(("q", question), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A CVE record.</summary>
    public static string Cve(string name) => "/cve/" + Uri.EscapeDataString(name);

    /// <summary>A list of CVE records.</summary>
    public static string Cves(VulnerabilityFilter filter, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/cve" + CveQuery(filter, page);
    }

    /// <summary>The same as CSV, whole.</summary>
    public static string CvesFile(VulnerabilityFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/cve.csv" + CveQuery(filter, 1);
    }

    private static string CveQuery(VulnerabilityFilter filter, int page) => Query(
        ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
        ("series", filter.Series is { } series ? StableVersion.NameOf(series) : null),
        ("state", filter.IsOpen switch { true => "open", false => "fixed", null => null }),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>"Which kernel do I need?"</summary>
    public const string WhichKernel = "/hardware/which-kernel";

    /// <summary>A hardware record.</summary>
    public static string Hardware(string key) => "/hardware/" + Uri.EscapeDataString(key);

    /// <summary>A list of hardware, or a page of a search for it.</summary>
    public static string Hardware(HardwareFilter filter, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/hardware" + Query([.. Parameters(filter), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>A list of hardware as CSV, whole.</summary>
    public static string HardwareFile(HardwareFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/hardware.csv" + Query([.. Parameters(filter)]);
    }

    /// <summary>The feed of what a list of hardware shows.</summary>
    public static string HardwareFeed(HardwareFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/feeds/hardware.atom" + Query([.. Parameters(filter)]);
    }

    /// <summary>The hardware that a release, or a stretch of it, newly supports.</summary>
    public static string ReleaseHardware(string version, HardwareCategory? category = null, Moment? asOf = null, Moment? since = null, string? view = null) =>
        Release(version) + "/hardware" + Query(("category", category?.Slug()), ("asOf", asOf?.ToString()), ("since", since?.ToString()), ("view", view));

    /// <summary>The same as a file.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="category">Only this heading; null for all.</param>
    /// <param name="format">txt, md, html, csv or json.</param>
    public static string HardwareExport(ReleaseRange range, HardwareCategory? category, string format)
    {
        return File(range, "hardware." + format, ("category", category?.Slug()));
    }

    /// <summary>What users and developers will notice of a release or a stretch of it, of one kind or area or all.</summary>
    public static string Changes(ReleaseRange range, NotableKind? kind = null, Area? area = null)
    {
        ArgumentNullException.ThrowIfNull(range);
        return Release(range.Version) + "/changes" + ChangesQuery(range, kind, area);
    }

    /// <summary>The same as a file: txt, md, html, csv or json.</summary>
    public static string ChangesExport(ReleaseRange range, string format)
    {
        return File(range, "changes." + format);
    }

    /// <summary>The history of a name. A slash at its beginning goes: an address cannot hold it, and the page finds the name without.</summary>
    public static string Identifier(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return "/identifiers/" + string.Join('/', name.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>A list of names.</summary>
    public static string Identifiers(InterfaceFilter filter, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/identifiers" + IdentifierQuery(filter, page);
    }

    /// <summary>The same as CSV, whole.</summary>
    public static string IdentifiersFile(InterfaceFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return "/identifiers.csv" + IdentifierQuery(filter, 1);
    }

    private static string IdentifierQuery(InterfaceFilter filter, int page) => Query(
        ("q", filter.Text),
        ("kind", filter.Kind?.Slug()),
        ("release", filter.Release?.ToString()),
        ("change", filter.Release is null ? null : filter.Change.Slug()),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The commits that touched a path.</summary>
    public static string Path(string path) => "/search" + Query(("q", $"path:\"{path}\""));

    private static string ChangesQuery(ReleaseRange range, NotableKind? kind, Area? area) =>
        Query(("kind", kind?.Slug()), ("area", area?.Slug()), ("asOf", range.AsOf?.ToString()), ("since", range.Since?.ToString()));

    /// <summary>The parameters that stand for a list of hardware; a null one is not in force.</summary>
    internal static IReadOnlyList<(string Name, string? Value)> Parameters(HardwareFilter filter)
    {
        var isOne = filter.From is not null && filter.From == filter.To;
        return
        [
            ("q", filter.Text),
            ("category", filter.Category?.Slug()),
            ("vendor", filter.Vendor),
            ("release", isOne ? filter.From.ToString() : null),
            ("from", isOne ? null : filter.From?.ToString()),
            ("to", isOne ? null : filter.To?.ToString()),
            ("bus", filter.Bus?.Slug()),
            ("driver", filter.Driver),
        ];
    }

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
