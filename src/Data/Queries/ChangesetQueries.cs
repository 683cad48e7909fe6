using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A commit with everything known of it. A merge has no files of its own.</summary>
/// <param name="Sha">The object name.</param>
/// <param name="Subject">The subject, whole.</param>
/// <param name="Body">The message after the subject, without its trailers.</param>
/// <param name="Trailers">The trailers in order.</param>
/// <param name="Mentions">Ids in body and trailers that name exactly one commit of this history, as written there.</param>
/// <param name="Marks">What is odd about the commit object.</param>
/// <param name="IsMerge">A merge, hence no changeset.</param>
/// <param name="ParentCount">How many parents the commit object names.</param>
/// <param name="Parents">Those of them that are known, in order.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Authored">Author date in its own offset.</param>
/// <param name="Committer">Who committed it.</param>
/// <param name="Committed">Committer date in its own offset.</param>
/// <param name="Release">The first release with it; null when mainline does not reach it.</param>
/// <param name="Arrival">How it came in.</param>
/// <param name="Tree">The tree it came through; null when mainline does not reach it.</param>
/// <param name="Pull">The pull that brought it; null when none did.</param>
/// <param name="Area">What it is about.</param>
/// <param name="AreaPart">The part of the area; null when there is none.</param>
/// <param name="Subsystem">The MAINTAINERS section of most of its files; null when there is none.</param>
/// <param name="FileCount">Changed paths.</param>
/// <param name="Added">Lines added; null until counted.</param>
/// <param name="Removed">Lines removed; null until counted.</param>
public sealed record ChangesetDetails(
    ObjectId Sha,
    string Subject,
    string Body,
    IReadOnlyList<TrailerLine> Trailers,
    IReadOnlyDictionary<string, MentionedCommit> Mentions,
    CommitMarks Marks,
    bool IsMerge,
    int ParentCount,
    IReadOnlyList<ObjectId> Parents,
    PersonLink Author,
    DateTimeOffset Authored,
    PersonLink Committer,
    DateTimeOffset Committed,
    ReleasePoint? Release,
    Arrival Arrival,
    TreeLink? Tree,
    PullLink? Pull,
    Area Area,
    string? AreaPart,
    SubsystemLink? Subsystem,
    int FileCount,
    int? Added,
    int? Removed);

/// <summary>A trailer.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value as written.</param>
/// <param name="DeveloperId">The person named; null when the value is none.</param>
public sealed record TrailerLine(string Key, string Value, int? DeveloperId);

/// <summary>A commit that a message mentions.</summary>
/// <param name="Sha">The object name.</param>
/// <param name="IsMerge">A merge.</param>
public sealed record MentionedCommit(ObjectId Sha, bool IsMerge);

/// <summary>A changed path.</summary>
/// <param name="Path">After the change; before it, when deleted.</param>
/// <param name="OldPath">Before a rename; else null.</param>
/// <param name="Kind">What happened.</param>
/// <param name="IsBinary">It has no lines.</param>
/// <param name="Added">Lines added; null until counted, and for binary content.</param>
/// <param name="Removed">Lines removed; null until counted, and for binary content.</param>
public sealed record FileLine(string Path, string? OldPath, ChangeKind Kind, bool IsBinary, int? Added, int? Removed);

/// <summary>Reads single commits.</summary>
public sealed class ChangesetQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Commits whose object name begins so, in order, at most <paramref name="limit"/> of them.</summary>
    /// <param name="prefix">7 to 40 hexadecimal digits; anything else finds nothing.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<CommitLine>> StartingWithAsync(string prefix, int limit, CancellationToken cancellation)
    {
        if (!CommitIds.IsPrefix(prefix))
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await CommitLines.Rows(context, CommitIds.StartingWith(context, prefix)).Take(limit).ToListAsync(cancellation);
        return [.. rows.Select(r => r.ToLine()).OrderBy(l => l.Sha)];
    }

    /// <summary>One commit; null when this history does not hold it.</summary>
    public async Task<ChangesetDetails?> GetAsync(ObjectId sha, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await (
            from commit in context.Commits
            where commit.Sha == bytes
            join author in context.Identities on commit.AuthorId equals author.Id
            join committer in context.Identities on commit.CommitterId equals committer.Id
            join message in context.CommitMessages on commit.Id equals message.CommitId into messages
            from message in messages.DefaultIfEmpty()
            join release in context.Releases on commit.ReleaseId equals release.Id into releases
            from release in releases.DefaultIfEmpty()
            join tree in context.SourceTrees on commit.SourceTreeId equals tree.Id into trees
            from tree in trees.DefaultIfEmpty()
            join part in context.AreaParts on commit.AreaPartId equals part.Id into parts
            from part in parts.DefaultIfEmpty()
            join subsystem in context.Subsystems on commit.SubsystemId equals subsystem.Id into subsystems
            from subsystem in subsystems.DefaultIfEmpty()
            select new { commit, author, committer, message!.Body, release, tree, Part = part!.Name, subsystem })
            .FirstOrDefaultAsync(cancellation);
        if (row is null)
            return null;

        var commitId = row.commit.Id;
        var trailers = await (
            from trailer in context.Trailers
            where trailer.CommitId == commitId
            join identity in context.Identities on trailer.IdentityId equals identity.Id into identities
            from identity in identities.DefaultIfEmpty()
            orderby trailer.Ordinal
            select new TrailerLine(trailer.Key, trailer.Value, identity == null ? null : identity.DeveloperId)).ToListAsync(cancellation);
        var parents = await (
            from parent in context.CommitParents
            where parent.CommitId == commitId
            join commit in context.Commits on parent.ParentId equals commit.Id
            orderby parent.Ordinal
            select commit.Sha).ToListAsync(cancellation);
        var pull = row.commit.Arrival == Arrival.Pull
            ? await (
                from found in context.Pulls
                where found.Position == row.commit.Position
                join merge in context.Commits on found.CommitId equals merge.Id
                join tree in context.SourceTrees on found.SourceTreeId equals tree.Id
                select new { merge.Sha, found.Title, Tree = tree.Name, found.Changesets }).FirstOrDefaultAsync(cancellation)
            : null;
        // "Fixes: 0123456 ("subject")" names its commit by the first word.
        var mentions = await CommitIds.ResolveAsync(
            context,
            CommitMentions.Ids([row.Body ?? "", .. trailers.Select(t => t.Value)]).Concat(trailers.Select(t => t.Value.Split(' ', 2)[0])),
            cancellation);

        return new ChangesetDetails(
            sha, row.commit.Subject, row.Body ?? "", trailers,
            mentions.ToDictionary(m => m.Key, m => new MentionedCommit(m.Value.Sha, m.Value.IsMerge), StringComparer.OrdinalIgnoreCase),
            row.commit.Marks, row.commit.IsMerge, row.commit.ParentCount, [.. parents.Select(p => new ObjectId(p))],
            new PersonLink(row.author.DeveloperId, row.author.Name, row.author.Email), GitTime.At(row.commit.AuthorTime, row.commit.AuthorOffset),
            new PersonLink(row.committer.DeveloperId, row.committer.Name, row.committer.Email), GitTime.At(row.commit.CommitTime, row.commit.CommitOffset),
            row.release is null ? null : new ReleasePoint(row.release.Version, row.release.State, row.commit.Candidate),
            row.commit.Arrival,
            row.tree is null ? null : new TreeLink(row.tree.Name, row.tree.Url, row.tree.Kind),
            pull is null ? null : new PullLink(new ObjectId(pull.Sha), pull.Title, pull.Tree, pull.Changesets),
            row.commit.Area, row.Part,
            row.subsystem is null ? null : new SubsystemLink(row.subsystem.Name, row.subsystem.Slug),
            row.commit.FilesChanged, row.commit.AddedLines, row.commit.RemovedLines);
    }

    /// <summary>The paths that a changeset changed, by path.</summary>
    public async Task<PageOf<FileLine>> FilesAsync(ObjectId sha, int page, int pageSize, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changes =
            from commit in context.Commits
            where commit.Sha == bytes
            join change in context.FileChanges on commit.Id equals change.CommitId
            select change;
        var total = await changes.CountAsync(cancellation);
        var files = await (
            from change in changes
            join path in context.Paths on change.PathId equals path.Id
            join old in context.Paths on change.OldPathId equals old.Id into olds
            from old in olds.DefaultIfEmpty()
            orderby change.Ordinal
            select new FileLine(path.Name, old!.Name, change.Kind, change.IsBinary, change.Added, change.Removed))
            .Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
        return new PageOf<FileLine>(files, page, pageSize, total);
    }
}
