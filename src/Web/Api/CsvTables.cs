using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Api;

/// <summary>The columns of tables as CSV, called as the API calls them.</summary>
internal static class CsvTables
{
    public static readonly CsvTable<ReleaseSummary> Releases = new(
        ("version", r => r.Version),
        ("previous", r => r.Previous),
        ("date", r => CsvCell.Of(r.Date)),
        ("state", r => Name(r.State)),
        ("sha", r => r.Sha),
        ("days", r => CsvCell.Of(r.Days)),
        ("changesets", r => CsvCell.Of(r.Changesets)),
        ("commits", r => CsvCell.Of(r.Commits)),
        ("windowOpened", r => CsvCell.Of(r.Window.Opened)),
        ("windowClosed", r => CsvCell.Of(r.Window.Closed)),
        ("windowChangesets", r => CsvCell.Of(r.Window.Changesets)),
        ("windowCommits", r => CsvCell.Of(r.Window.Commits)),
        ("candidates", r => CsvCell.Of(r.Candidates.Count)),
        ("pulls", r => CsvCell.Of(r.Pulls)),
        ("developers", r => CsvCell.Of(r.Developers)),
        ("newDevelopers", r => CsvCell.Of(r.NewDevelopers)),
        ("linesAdded", r => CsvCell.Of(r.Lines?.Added)),
        ("linesRemoved", r => CsvCell.Of(r.Lines?.Removed)));

    public static readonly CsvTable<CandidateDocument> Candidates = new(
        ("version", c => c.Version),
        ("number", c => CsvCell.Of(c.Number)),
        ("date", c => CsvCell.Of(c.Date)),
        ("sha", c => c.Sha),
        ("changesets", c => CsvCell.Of(c.Changesets)),
        ("commits", c => CsvCell.Of(c.Commits)));

    public static readonly CsvTable<ChangesetLine> Changesets = new(
        ("sha", c => c.Sha.ToString()),
        ("subject", c => c.Subject),
        ("author", c => c.Author),
        ("developer", c => CsvCell.Of(c.DeveloperId)),
        ("date", c => CsvCell.Of(c.Authored)),
        ("merge", c => CsvCell.Of(c.IsMerge)),
        ("release", c => c.Release?.ToString()),
        ("candidate", c => c.Candidate is > 0 and { } number && c.Release is { } release ? (release with { Candidate = number }).ToString() : null),
        ("tree", c => c.Tree),
        ("area", c => c.Area.Title()),
        ("part", c => c.Part),
        ("subsystem", c => c.Subsystem),
        ("files", c => CsvCell.Of(c.FilesChanged)),
        ("linesAdded", c => CsvCell.Of(c.AddedLines)),
        ("linesRemoved", c => CsvCell.Of(c.RemovedLines)));

    public static readonly CsvTable<BroughtChangeset> Brought = new(
        ("sha", c => c.Sha),
        ("subject", c => c.Subject),
        ("author", c => c.Author),
        ("developer", c => CsvCell.Of(c.Developer)),
        ("committed", c => CsvCell.Of(c.Committed)),
        ("area", c => c.Area),
        ("part", c => c.Part),
        ("files", c => CsvCell.Of(c.Files)),
        ("linesAdded", c => CsvCell.Of(c.Lines?.Added)),
        ("linesRemoved", c => CsvCell.Of(c.Lines?.Removed)));

    public static readonly CsvTable<PullLine> Pulls = new(
        ("sha", p => p.Sha.ToString()),
        ("title", p => p.Title),
        ("tree", p => p.Tree),
        ("refKind", p => Name(p.RefKind)),
        ("ref", p => p.RefName),
        ("from", p => p.From),
        ("date", p => CsvCell.Of(p.Merged)),
        ("release", p => p.Release),
        ("changesets", p => CsvCell.Of(p.Changesets)),
        ("commits", p => CsvCell.Of(p.Commits)),
        ("linesAdded", p => CsvCell.Of(p.AddedLines)),
        ("linesRemoved", p => CsvCell.Of(p.RemovedLines)),
        ("area", p => p.Area.Title()),
        ("part", p => p.Part));

    /// <summary>A row for each area, and one for each of its parts.</summary>
    public static readonly CsvTable<(Area Area, string? Part, int Changesets)> Areas = new(
        ("area", a => a.Area.Title()),
        ("slug", a => a.Area.Slug()),
        ("part", a => a.Part),
        ("changesets", a => CsvCell.Of(a.Changesets)));

    public static readonly CsvTable<TreeFigures> TreesOfStretch = new(
        ("tree", t => t.Name),
        ("url", t => t.Url),
        ("kind", t => Name(t.Kind)),
        ("changesets", t => CsvCell.Of(t.Changesets)),
        ("pulls", t => CsvCell.Of(t.Pulls)),
        ("last", t => CsvCell.Of(t.Last)));

    public static readonly CsvTable<DayFigures> Days = new(
        ("day", d => CsvCell.Of(d.Day)),
        ("changesets", d => CsvCell.Of(d.Changesets)),
        ("total", d => CsvCell.Of(d.Total)));

    public static readonly CsvTable<FlowLineDocument> Flow = new(
        ("tree", f => f.Tree),
        ("into", f => f.Into),
        ("changesets", f => CsvCell.Of(f.Changesets)),
        ("own", f => CsvCell.Of(f.Own)),
        ("merges", f => CsvCell.Of(f.Merges)));

    public static readonly CsvTable<TreeRow> Trees = new(
        ("tree", t => t.Tree.Name),
        ("url", t => t.Tree.Url),
        ("kind", t => Name(t.Tree.Kind)),
        ("changesets", t => CsvCell.Of(t.Changesets)),
        ("pulls", t => CsvCell.Of(t.Pulls)),
        ("own", t => CsvCell.Of(t.Own)),
        ("lastRelease", t => t.LastRelease));

    /// <summary>What came in for a subsystem, or from an employer, release by release.</summary>
    public static readonly CsvTable<ReleaseShare> Shares = new(
        ("release", r => r.Version),
        ("changesets", r => CsvCell.Of(r.Changesets)),
        ("developers", r => CsvCell.Of(r.Developers)));

    /// <summary>What a developer wrote, and the changesets of others that name them, release by release.</summary>
    public static readonly CsvTable<DeveloperRelease> OfDeveloper = new(
    [
        ("release", r => r.Version),
        ("changesets", r => CsvCell.Of(r.Changesets)),
        ("changedLines", r => CsvCell.Of(r.ChangedLines)),
        .. PersonRoleNames.All.Select(role => (role.Slug(), (Func<DeveloperRelease, string?>)(r => CsvCell.Of(r.Roles.GetValueOrDefault(role))))),
        ("employers", r => string.Join("; ", r.Employers)),
    ]);

    public static readonly CsvTable<KconfigHappeningDocument> Kconfig = new(
        ("symbol", k => k.Symbol),
        ("release", k => k.Release),
        ("kind", k => k.Kind),
        ("path", k => k.Path),
        ("oldPath", k => k.OldPath),
        ("other", k => k.Other),
        ("before", k => k.Before),
        ("after", k => k.After),
        ("changeset", k => k.Changeset),
        ("subject", k => k.Subject));

    public static readonly CsvTable<IdentifierHitDocument> Identifiers = new(
        ("kind", i => i.Kind),
        ("name", i => i.Name),
        ("path", i => i.Path),
        ("first", i => i.First),
        ("end", i => i.End),
        ("cameAndWent", i => CsvCell.Of(i.CameAndWent)));

    public static readonly CsvTable<SeriesDocument> Series = new(
        ("series", s => s.Series),
        ("base", s => s.Base),
        ("support", s => Name(s.Support)),
        ("endOfLife", s => CsvCell.Of(s.EndOfLife)),
        ("state", s => Name(s.State)),
        ("updates", s => CsvCell.Of(s.Updates)),
        ("newest", s => s.Newest?.Version),
        ("newestDate", s => CsvCell.Of(s.Newest?.Date)),
        ("newestChangesets", s => CsvCell.Of(s.Newest?.Changesets)),
        ("inPreparation", s => s.Review is [var next, ..] ? next.Name : null),
        ("due", s => s.Review is [var next, ..] ? CsvCell.Of(next.Due) : null));

    public static readonly CsvTable<UpdateDocument> Updates = new(
        ("version", u => u.Version),
        ("series", u => u.Series),
        ("previous", u => u.Previous),
        ("date", u => CsvCell.Of(u.Date)),
        ("sha", u => u.Sha),
        ("changesets", u => CsvCell.Of(u.Changesets)),
        ("developers", u => CsvCell.Of(u.Developers)),
        ("linesAdded", u => CsvCell.Of(u.Lines?.Added)),
        ("linesRemoved", u => CsvCell.Of(u.Lines?.Removed)));

    public static readonly CsvTable<(string Version, StableChangesetDocument Changeset)> StableChangesets = new(
        ("update", s => s.Version),
        ("sha", s => s.Changeset.Sha),
        ("subject", s => s.Changeset.Subject),
        ("author", s => s.Changeset.Author),
        ("developer", s => CsvCell.Of(s.Changeset.Developer)),
        ("area", s => s.Changeset.Area),
        ("part", s => s.Changeset.Part),
        ("subsystem", s => s.Changeset.Subsystem),
        ("statement", s => Name(s.Changeset.Statement)),
        ("upstream", s => string.Join(' ', s.Changeset.Upstreams.Select(u => u.Sha ?? u.Written))),
        ("upstreamRelease", s => string.Join(' ', s.Changeset.Upstreams.Select(u => u.Candidate ?? u.Release).OfType<string>())),
        ("daysFromMainline", s => s.Changeset.Upstreams is [var only] ? CsvCell.Of(only.Days) : null),
        ("ccStable", s => CsvCell.Of(s.Changeset.CcStable)),
        ("fixes", s => CsvCell.Of(s.Changeset.Fixes)),
        ("repairedBy", s => string.Join(' ', s.Changeset.Repairs.Select(r => r.Sha))),
        ("linesAdded", s => CsvCell.Of(s.Changeset.Lines?.Added)),
        ("linesRemoved", s => CsvCell.Of(s.Changeset.Lines?.Removed)));

    public static readonly CsvTable<(string? Version, PatchDocument Patch)> Patches = new(
        ("round", p => p.Version),
        ("number", p => CsvCell.Of(p.Patch.Number)),
        ("subject", p => p.Patch.Subject),
        ("author", p => p.Patch.Author),
        ("missing", p => CsvCell.Of(p.Patch.Missing)),
        ("statement", p => Name(p.Patch.Statement)),
        ("upstream", p => p.Patch.Upstream?.Sha ?? p.Patch.Upstream?.Written),
        ("upstreamRelease", p => p.Patch.Upstream?.Candidate ?? p.Patch.Upstream?.Release));

    public static readonly CsvTable<(VulnerabilityReference Record, string? FixedIn)> Vulnerabilities = new(
        ("name", v => v.Record.Name),
        ("title", v => v.Record.Title),
        ("score", v => v.Record.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("fixedIn", v => v.FixedIn));

    /// <summary>Subsystems, with a column for each of the newest releases.</summary>
    public static CsvTable<SubsystemRow> Subsystems(IReadOnlyList<string> latest) => new(
    [
        ("subsystem", s => s.Name),
        ("slug", s => s.Slug),
        ("area", s => s.Area?.Title()),
        ("current", s => CsvCell.Of(s.IsCurrent)),
        ("changesets", s => CsvCell.Of(s.Changesets)),
        .. latest.Select((version, i) => (version, (Func<SubsystemRow, string?>)(s => CsvCell.Of(s.Latest[i])))),
    ]);

    /// <summary>Employers, with a column for each of the newest releases; without a name stand those of whom it is not known.</summary>
    public static CsvTable<EmployerRow> Employers(IReadOnlyList<string> latest) => new(
    [
        ("employer", e => e.Name),
        ("slug", e => e.Name is { } name ? EmployerSlug.Of(name) : EmployerSlug.Unknown),
        ("changesets", e => CsvCell.Of(e.Changesets)),
        ("developers", e => CsvCell.Of(e.Developers)),
        .. latest.Select((version, i) => (version, (Func<EmployerRow, string?>)(e => CsvCell.Of(e.Latest[i])))),
    ]);

    /// <summary>A state as the API writes it.</summary>
    private static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
