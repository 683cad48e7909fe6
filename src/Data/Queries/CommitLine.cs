using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A commit as a line of a list.</summary>
/// <param name="Sha">The object name.</param>
/// <param name="Subject">The subject, whole.</param>
/// <param name="IsMerge">A merge, hence no changeset.</param>
/// <param name="DeveloperId">The author, as a developer.</param>
/// <param name="Author">The author's name as written in the commit; may be empty.</param>
/// <param name="Committed">Committer date in its own offset.</param>
/// <param name="Release">Version of the first release with it; null when mainline does not reach it.</param>
/// <param name="Area">What it is about.</param>
/// <param name="AreaPart">The part of the area; null when there is none.</param>
/// <param name="Files">Changed paths.</param>
/// <param name="Added">Lines added; null until counted.</param>
/// <param name="Removed">Lines removed; null until counted.</param>
/// <param name="Update">The stable update that it belongs to, its version bump included; null when it belongs to none.</param>
public sealed record CommitLine(
    ObjectId Sha,
    string Subject,
    bool IsMerge,
    int DeveloperId,
    string Author,
    DateTimeOffset Committed,
    string? Release,
    Area Area,
    string? AreaPart,
    int Files,
    int? Added,
    int? Removed,
    string? Update = null);

/// <summary>Reads lists of commits.</summary>
internal static class CommitLines
{
    /// <summary>The row as the database gives it; in a class, so that EF can order and page after the projection.</summary>
    internal sealed class Row
    {
        public int Id { get; init; }
        public required byte[] Sha { get; init; }
        public required string Subject { get; init; }
        public bool IsMerge { get; init; }
        public int DeveloperId { get; init; }
        public required string Author { get; init; }
        public long CommitTime { get; init; }
        public int CommitOffset { get; init; }
        public string? Release { get; init; }
        public Area Area { get; init; }
        public string? AreaPart { get; init; }
        public int Files { get; init; }
        public int? Added { get; init; }
        public int? Removed { get; init; }
        public string? Update { get; init; }

        public CommitLine ToLine() => new(
            new ObjectId(Sha), Subject, IsMerge, DeveloperId, Author, GitTime.At(CommitTime, CommitOffset),
            Release, Area, AreaPart, Files, Added, Removed, Update);
    }

    /// <summary>Joins what a line shows to commits that are already filtered, ordered and paged.</summary>
    public static IQueryable<Row> Rows(TrackerContext context, IQueryable<Commit> commits) =>
        from commit in commits
        join author in context.Identities on commit.AuthorId equals author.Id
        join release in context.Releases on commit.ReleaseId equals release.Id into releases
        from release in releases.DefaultIfEmpty()
        join part in context.AreaParts on commit.AreaPartId equals part.Id into parts
        from part in parts.DefaultIfEmpty()
        orderby commit.Id descending
        select new Row
        {
            Id = commit.Id,
            Sha = commit.Sha,
            Subject = commit.Subject,
            IsMerge = commit.IsMerge,
            DeveloperId = author.DeveloperId,
            Author = author.Name,
            CommitTime = commit.CommitTime,
            CommitOffset = commit.CommitOffset,
            Release = release!.Version,
            Area = commit.Area,
            AreaPart = part!.Name,
            Files = commit.FilesChanged,
            Added = commit.AddedLines,
            Removed = commit.RemovedLines,
            Update = (
                from changeset in context.StableChangesets
                where changeset.CommitId == commit.Id
                join update in context.StableUpdates on new { changeset.SeriesId, changeset.Number } equals new { update.SeriesId, update.Number }
                orderby changeset.SeriesId
                select update.Version).FirstOrDefault()
                ?? context.StableUpdates.Where(u => u.CommitId == commit.Id).Select(u => u.Version).FirstOrDefault(),
        };
}
