using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A subsystem in the list of all.</summary>
/// <param name="Name">Heading of the MAINTAINERS section.</param>
/// <param name="Slug">The heading in a URL.</param>
/// <param name="Area">What most of its changesets are about; null when it has none.</param>
/// <param name="Changesets">Changesets in all releases.</param>
/// <param name="Latest">Changesets of each release in <see cref="SubsystemList.Latest"/>, in that order.</param>
/// <param name="IsCurrent">The newest MAINTAINERS file has the section.</param>
public sealed record SubsystemRow(string Name, string Slug, Area? Area, int Changesets, IReadOnlyList<int> Latest, bool IsCurrent);

/// <summary>All subsystems.</summary>
/// <param name="Latest">The releases for which changesets are given, newest first.</param>
/// <param name="Rows">The subsystems by name.</param>
public sealed record SubsystemList(IReadOnlyList<string> Latest, IReadOnlyList<SubsystemRow> Rows);

/// <summary>Changesets of one release.</summary>
/// <param name="Version">The release.</param>
/// <param name="Changesets">How many.</param>
/// <param name="Developers">By how many developers.</param>
public sealed record ReleaseShare(string Version, int Changesets, int Developers);

/// <summary>A developer with a number of changesets.</summary>
/// <param name="Id">The developer.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Changesets">How many.</param>
public sealed record DeveloperCount(int Id, string Name, int Changesets);

/// <summary>A section of MAINTAINERS and what came in for it.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Slug">The heading in a URL.</param>
/// <param name="Status">S: line; null when absent.</param>
/// <param name="Maintainers">M: and P: lines.</param>
/// <param name="Lists">L: lines.</param>
/// <param name="Trees">T: lines.</param>
/// <param name="Patterns">F:, X:, N: and K: lines with their letter.</param>
/// <param name="LastRelease">The newest release whose MAINTAINERS has the section; null when that release is not tracked.</param>
/// <param name="IsCurrent">That is the newest release of all.</param>
/// <param name="Releases">Changesets per release, oldest first, from the first one with any.</param>
/// <param name="Developers">Who wrote most of them, over all releases.</param>
/// <param name="Employers">For whom they worked; last, those of whom it is not known.</param>
/// <param name="Latest">The newest changesets.</param>
public sealed record SubsystemDetails(
    string Name,
    string Slug,
    string? Status,
    IReadOnlyList<string> Maintainers,
    IReadOnlyList<string> Lists,
    IReadOnlyList<string> Trees,
    IReadOnlyList<string> Patterns,
    string? LastRelease,
    bool IsCurrent,
    IReadOnlyList<ReleaseShare> Releases,
    IReadOnlyList<PersonFigures> Developers,
    IReadOnlyList<EmployerFigures> Employers,
    IReadOnlyList<CommitLine> Latest);

/// <summary>Reads subsystems.</summary>
public sealed class SubsystemQueries(IDbContextFactory<TrackerContext> contexts)
{
    private const int LatestReleases = 3;
    private const int LatestChangesets = 25;
    private const int TopDevelopers = 15;

    /// <summary>All subsystems with their changesets.</summary>
    public async Task<SubsystemList> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var subsystems = await context.Subsystems
            .Select(s => new { s.Id, s.Name, s.Slug, s.LastReleaseId }).ToListAsync(cancellation);
        var counts = await context.Commits
            .Where(c => !c.IsMerge && c.ReleaseId != null && c.SubsystemId != null)
            .GroupBy(c => new { c.SubsystemId, c.ReleaseId, c.Area })
            .Select(g => new { g.Key.SubsystemId, g.Key.ReleaseId, g.Key.Area, Count = g.Count() })
            .ToListAsync(cancellation);
        var releases = await context.Releases.OrderByDescending(r => r.Id).Take(LatestReleases)
            .Select(r => new { r.Id, r.Version }).ToListAsync(cancellation);

        var bySubsystem = counts.ToLookup(c => c.SubsystemId);
        var current = subsystems.Count == 0 ? 0 : subsystems.Max(s => s.LastReleaseId);
        return new SubsystemList(
            [.. releases.Select(r => r.Version)],
            [.. subsystems.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Select(s => new SubsystemRow(
                s.Name, s.Slug,
                bySubsystem[s.Id].GroupBy(c => c.Area).OrderByDescending(g => g.Sum(c => c.Count)).Select(g => (Area?)g.Key).FirstOrDefault(),
                bySubsystem[s.Id].Sum(c => c.Count),
                [.. releases.Select(r => bySubsystem[s.Id].Where(c => c.ReleaseId == r.Id).Sum(c => c.Count))],
                s.LastReleaseId == current))]);
    }

    /// <summary>One subsystem; null when there is none with that slug.</summary>
    public async Task<SubsystemDetails?> GetAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var subsystem = await context.Subsystems.FirstOrDefaultAsync(s => s.Slug == slug, cancellation);
        if (subsystem is null)
            return null;
        var commits = context.Commits.Where(c => c.SubsystemId == subsystem.Id && c.ReleaseId != null && !c.IsMerge);
        var current = await context.Subsystems.MaxAsync(s => s.LastReleaseId, cancellation);
        var last = await context.Releases.Where(r => r.Id == subsystem.LastReleaseId).Select(r => r.Version).FirstOrDefaultAsync(cancellation);
        var rows = await CommitLines.Rows(context, commits.OrderByDescending(c => c.Id).Take(LatestChangesets)).ToListAsync(cancellation);
        var cells = await PeopleCells.ReadAsync(context, commits, cancellation);
        var names = await PeopleQueries.NamesAsync(context, cells.Select(c => c.DeveloperId), cancellation);
        var employers = await context.Employers.ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        return new SubsystemDetails(
            subsystem.Name, subsystem.Slug, subsystem.Status,
            Lines(subsystem.Maintainers), Lines(subsystem.Lists), Lines(subsystem.Trees), Lines(subsystem.Patterns),
            last, subsystem.LastReleaseId == current,
            await ReleaseShares.ReadAsync(context, commits, cancellation),
            [.. PeopleCells.People(cells, names.Keys.ToHashSet(), names, employers).Take(TopDevelopers)],
            PeopleCells.Employers(cells, employers),
            [.. rows.Select(r => r.ToLine())]);
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
