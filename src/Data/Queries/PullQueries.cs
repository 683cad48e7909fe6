using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A merge on the mainline chain and what it brought.</summary>
/// <param name="Sha">The merge commit.</param>
/// <param name="Title">One line about it.</param>
/// <param name="Subject">The merge commit's own subject.</param>
/// <param name="Text">The request's own words; empty when there were none.</param>
/// <param name="Tree">The tree it came from.</param>
/// <param name="RefKind">What was named.</param>
/// <param name="RefName">Name of the branch or tag; null when none was named.</param>
/// <param name="From">Who asked; null when not stated.</param>
/// <param name="Release">The release it went into.</param>
/// <param name="Merged">Committer date in its own offset.</param>
/// <param name="MergedBy">Who merged it.</param>
/// <param name="Parents">Parents of the merge, in order.</param>
/// <param name="ParentCount">How many parents the commit object names; more than are listed when some are missing.</param>
/// <param name="Changesets">Changesets it brought.</param>
/// <param name="Commits">Commits it brought, merges and itself included.</param>
/// <param name="Added">Lines added by its changesets; null until counted.</param>
/// <param name="Removed">Lines removed by its changesets; null until counted.</param>
/// <param name="Area">What most of its changesets are about.</param>
/// <param name="Subsystem">The subsystem of most of its changesets; null when there is none.</param>
/// <param name="Areas">Its changesets by area and part, largest first.</param>
/// <param name="Position">Its position on the mainline chain.</param>
/// <param name="Previous">The pull before it; null for the first one.</param>
/// <param name="Next">The pull after it; null for the newest one.</param>
/// <param name="Marks">What is odd about the commit object.</param>
public sealed record PullDetails(
    ObjectId Sha,
    string Title,
    string Subject,
    string Text,
    TreeLink Tree,
    PulledRef RefKind,
    string? RefName,
    string? From,
    ReleasePoint Release,
    DateTimeOffset Merged,
    PersonLink MergedBy,
    IReadOnlyList<ObjectId> Parents,
    int ParentCount,
    int Changesets,
    int Commits,
    long? Added,
    long? Removed,
    Area Area,
    SubsystemLink? Subsystem,
    IReadOnlyList<AreaCount> Areas,
    int Position,
    PullLink? Previous,
    PullLink? Next,
    CommitMarks Marks);

/// <summary>Changesets of an area or of a part of it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Part">The part; null for what has no finer part.</param>
/// <param name="Changesets">How many.</param>
public sealed record AreaCount(Area Area, string? Part, int Changesets);

/// <summary>Reads pulls.</summary>
public sealed class PullQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>One pull; null when mainline has no such merge.</summary>
    public async Task<PullDetails?> GetAsync(ObjectId sha, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await (
            from commit in context.Commits
            where commit.Sha == bytes
            join pull in context.Pulls on commit.Id equals pull.CommitId
            join tree in context.SourceTrees on pull.SourceTreeId equals tree.Id
            join release in context.Releases on pull.ReleaseId equals release.Id
            join committer in context.Identities on commit.CommitterId equals committer.Id
            join subsystem in context.Subsystems on pull.SubsystemId equals subsystem.Id into subsystems
            from subsystem in subsystems.DefaultIfEmpty()
            select new { commit, pull, tree, release.Version, release.State, committer, Name = subsystem!.Name, Slug = subsystem!.Slug })
            .FirstOrDefaultAsync(cancellation);
        if (row is null)
            return null;

        var parents = await (
            from parent in context.CommitParents
            where parent.CommitId == row.commit.Id
            join commit in context.Commits on parent.ParentId equals commit.Id
            orderby parent.Ordinal
            select commit.Sha).ToListAsync(cancellation);
        var areas = await (
            from commit in Brought(context, row.pull)
            join part in context.AreaParts on commit.AreaPartId equals part.Id into parts
            from part in parts.DefaultIfEmpty()
            group commit by new { commit.Area, Part = part!.Name } into g
            select new { g.Key.Area, g.Key.Part, Count = g.Count() }).ToListAsync(cancellation);
        var previous = await Link(context, context.Pulls.Where(p => p.Position < row.pull.Position).OrderByDescending(p => p.Position), cancellation);
        var next = await Link(context, context.Pulls.Where(p => p.Position > row.pull.Position).OrderBy(p => p.Position), cancellation);

        return new PullDetails(
            sha, row.pull.Title, row.commit.Subject, row.pull.Text,
            new TreeLink(row.tree.Name, row.tree.Url, row.tree.Kind), row.pull.RefKind, row.pull.RefName, row.pull.From,
            new ReleasePoint(row.Version, row.State, row.commit.Candidate),
            GitTime.At(row.commit.CommitTime, row.commit.CommitOffset),
            new PersonLink(row.committer.DeveloperId, row.committer.Name, row.committer.Email),
            [.. parents.Select(p => new ObjectId(p))], row.commit.ParentCount,
            row.pull.Changesets, row.pull.Commits, row.pull.AddedLines, row.pull.RemovedLines,
            row.pull.Area, row.Slug is null ? null : new SubsystemLink(row.Name!, row.Slug),
            [.. areas.OrderByDescending(a => a.Count).ThenBy(a => a.Area).ThenBy(a => a.Part, StringComparer.Ordinal)
                .Select(a => new AreaCount(a.Area, a.Part, a.Count))],
            row.pull.Position, previous, next, row.commit.Marks);
    }

    /// <summary>The changesets that a pull brought, newest first; empty when mainline has no such merge.</summary>
    public async Task<PageOf<CommitLine>> ChangesetsAsync(ObjectId sha, int page, int pageSize, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var pull = await (
            from commit in context.Commits
            where commit.Sha == bytes
            join found in context.Pulls on commit.Id equals found.CommitId
            select found).FirstOrDefaultAsync(cancellation);
        if (pull is null)
            return new PageOf<CommitLine>([], page, pageSize, 0);
        var commits = Brought(context, pull);
        var total = await commits.CountAsync(cancellation);
        var rows = await CommitLines.Rows(context, commits.OrderByDescending(c => c.Id).Skip((page - 1) * pageSize).Take(pageSize))
            .ToListAsync(cancellation);
        return new PageOf<CommitLine>([.. rows.Select(r => r.ToLine())], page, pageSize, total);
    }

    /// <summary>Everything that a chain commit is the first to reach shares its position.</summary>
    private static IQueryable<Commit> Brought(TrackerContext context, Pull pull) =>
        context.Commits.Where(c => c.ReleaseId == pull.ReleaseId && c.Position == pull.Position && !c.IsMerge);

    private static async Task<PullLink?> Link(TrackerContext context, IQueryable<Pull> pulls, CancellationToken cancellation)
    {
        var row = await (
            from pull in pulls.Take(1)
            join commit in context.Commits on pull.CommitId equals commit.Id
            join tree in context.SourceTrees on pull.SourceTreeId equals tree.Id
            select new { commit.Sha, pull.Title, Tree = tree.Name, pull.Changesets }).FirstOrDefaultAsync(cancellation);
        return row is null ? null : new PullLink(new ObjectId(row.Sha), row.Title, row.Tree, row.Changesets);
    }
}
