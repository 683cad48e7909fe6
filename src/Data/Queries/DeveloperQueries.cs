using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A name and address that a developer has used.</summary>
/// <param name="Name">As written; may be empty.</param>
/// <param name="Email">As written; may be empty or malformed.</param>
/// <param name="Changesets">Changesets written under it.</param>
public sealed record IdentityLine(string Name, string Email, int Changesets);

/// <summary>How often a developer is named in a kind of trailer.</summary>
/// <param name="Key">The trailer.</param>
/// <param name="Count">How often.</param>
public sealed record TrailerCount(string Key, int Count);

/// <summary>What a developer did in a release.</summary>
/// <param name="Version">The release.</param>
/// <param name="Changesets">Changesets written.</param>
/// <param name="ChangedLines">Sum of max(added, removed) over them; null until all are counted.</param>
/// <param name="Roles">Changesets of others that name the developer, by role; roles without any are left out.</param>
/// <param name="Employers">For whom the changesets were written, the one of most first; empty when not known.</param>
public sealed record DeveloperRelease(
    string Version, int Changesets, long? ChangedLines, IReadOnlyDictionary<PersonRole, int> Roles, IReadOnlyList<string> Employers);

/// <summary>A developer and what came from them.</summary>
/// <param name="Id">The developer.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Identities">Names and addresses that were joined, most used first.</param>
/// <param name="Releases">What they did per release, oldest first, from the first release with anything, without gaps.</param>
/// <param name="Trailers">Trailers that name the developer, most frequent first.</param>
/// <param name="First">The first changeset in mainline; null when there is none.</param>
/// <param name="Latest">The newest changesets.</param>
public sealed record DeveloperDetails(
    int Id,
    string Name,
    IReadOnlyList<IdentityLine> Identities,
    IReadOnlyList<DeveloperRelease> Releases,
    IReadOnlyList<TrailerCount> Trailers,
    CommitLine? First,
    IReadOnlyList<CommitLine> Latest);

/// <summary>Reads developers.</summary>
public sealed class DeveloperQueries(IDbContextFactory<TrackerContext> contexts)
{
    private const int LatestChangesets = 25;

    /// <summary>One developer; null when there is none.</summary>
    public async Task<DeveloperDetails?> GetAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var developer = await context.Developers.FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (developer is null)
            return null;
        var mine = context.Identities.Where(i => i.DeveloperId == id);
        var commits = context.Commits.Where(c => mine.Select(i => i.Id).Contains(c.AuthorId) && c.ReleaseId != null && !c.IsMerge);
        var identities = await mine
            .Select(i => new IdentityLine(i.Name, i.Email, context.Commits.Count(c => c.AuthorId == i.Id && c.ReleaseId != null && !c.IsMerge)))
            .ToListAsync(cancellation);
        var trailers = await context.Trailers.Where(t => mine.Select(i => (int?)i.Id).Contains(t.IdentityId))
            .GroupBy(t => t.Key).Select(g => new TrailerCount(g.Key, g.Count())).ToListAsync(cancellation);
        var rows = await CommitLines.Rows(context, commits.OrderByDescending(c => c.Id).Take(LatestChangesets)).ToListAsync(cancellation);
        var first = await CommitLines.Rows(context, commits.OrderBy(c => c.Position).ThenBy(c => c.Id).Take(1)).FirstOrDefaultAsync(cancellation);
        return new DeveloperDetails(
            id, developer.Name,
            [.. identities.OrderByDescending(i => i.Changesets).ThenBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Email, StringComparer.Ordinal)],
            await DeveloperReleases.ReadAsync(context, id, commits, cancellation),
            [.. trailers.OrderByDescending(t => t.Count).ThenBy(t => t.Key, StringComparer.Ordinal)],
            first?.ToLine(),
            [.. rows.Select(r => r.ToLine())]);
    }
}
