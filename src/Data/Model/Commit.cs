namespace KernelTracker.Data.Model;

/// <summary>How a commit came onto the mainline chain.</summary>
public enum Arrival : byte
{
    /// <summary>Not on the mainline chain (yet).</summary>
    None = 0,

    /// <summary>Behind a merge commit of the chain (the merge itself included).</summary>
    Pull = 1,

    /// <summary>A non-merge commit of the chain by its owner.</summary>
    Direct = 2,

    /// <summary>A non-merge commit of the chain by another committer: the branch was moved forward to that committer's work.</summary>
    FastForward = 3,
}

/// <summary>Oddities of a commit object that a page must show.</summary>
[Flags]
public enum CommitMarks
{
    /// <summary>Nothing odd.</summary>
    None = 0,

    /// <summary>The message or a name was not valid in its declared encoding and was read as Latin-1.</summary>
    EncodingGuessed = 1,

    /// <summary>A date before 1991 or more than a day after it was read.</summary>
    ImplausibleDate = 2,

    /// <summary>The message was longer than is kept; the rest is in the git object only.</summary>
    MessageCut = 4,

    /// <summary>A parent is missing: the boundary of a shallow clone.</summary>
    MissingParent = 8,

    /// <summary>The commit or one of its trees could not be read; its files are not known.</summary>
    Unreadable = 16,

    /// <summary>A name was empty.</summary>
    EmptyName = 32,
}

/// <summary>One commit of a tracked tree. A commit that is not a merge is a changeset.</summary>
public sealed class Commit
{
    /// <summary>Number of the row: parents have lower numbers than their children.</summary>
    public int Id { get; set; }

    /// <summary>The object name, 20 bytes.</summary>
    public required byte[] Sha { get; set; }

    /// <summary>How many parents the commit object names.</summary>
    public int ParentCount { get; set; }

    /// <summary>Two or more parents. (Stored, so that counts can use an index.)</summary>
    public bool IsMerge { get; set; }

    /// <summary>Who wrote it: <see cref="Identity"/>.</summary>
    public int AuthorId { get; set; }

    /// <summary>Who committed it: <see cref="Identity"/>.</summary>
    public int CommitterId { get; set; }

    /// <summary>Author date, seconds since 1970 UTC.</summary>
    public long AuthorTime { get; set; }

    /// <summary>The author's offset from UTC in minutes.</summary>
    public int AuthorOffset { get; set; }

    /// <summary>Committer date, seconds since 1970 UTC.</summary>
    public long CommitTime { get; set; }

    /// <summary>The committer's offset from UTC in minutes.</summary>
    public int CommitOffset { get; set; }

    /// <summary>The first paragraph of the message on one line, whole.</summary>
    public required string Subject { get; set; }

    /// <summary>What was odd about the object.</summary>
    public CommitMarks Marks { get; set; }

    /// <summary>Changed paths against the first parent (renames count once); 0 for merges.</summary>
    public int FilesChanged { get; set; }

    /// <summary>Lines added, renames detected; null until counted, 0 for merges.</summary>
    public int? AddedLines { get; set; }

    /// <summary>Lines removed, renames detected; null until counted, 0 for merges.</summary>
    public int? RemovedLines { get; set; }

    /// <summary>
    /// Position on the mainline chain of the chain commit that first reaches this one, counted from 1;
    /// null when mainline does not reach it. Everything "as of a moment" is a range of positions.
    /// </summary>
    public int? Position { get; set; }

    /// <summary>The first <see cref="Release"/> that contains it; null when mainline does not reach it.</summary>
    public int? ReleaseId { get; set; }

    /// <summary>Number of the first release candidate that contains it; 0 when only the release itself does; null when no tag does.</summary>
    public int? Candidate { get; set; }

    /// <summary>How it came in.</summary>
    public Arrival Arrival { get; set; }

    /// <summary>The <see cref="SourceTree"/> it came through; null for <see cref="Arrival.None"/>.</summary>
    public int? SourceTreeId { get; set; }

    /// <summary>What it is about; for a merge, what the merged changesets are about.</summary>
    public Area Area { get; set; }

    /// <summary>The <see cref="AreaPart"/>: driver class, architecture, filesystem …; null when the area has no finer part here.</summary>
    public int? AreaPartId { get; set; }

    /// <summary>The <see cref="Subsystem"/>: the MAINTAINERS section that most of its files belong to.</summary>
    public int? SubsystemId { get; set; }

    /// <summary>The author's <see cref="Employer"/> at the author date; null when not known.</summary>
    public int? EmployerId { get; set; }

    /// <summary>
    /// The <see cref="SourceTree"/> whose merge brought it first, followed through merges of merges; null where that is
    /// <see cref="SourceTreeId"/> too or nothing is known.
    /// </summary>
    public int? OriginTreeId { get; set; }
}

/// <summary>The text of a commit after its subject, apart from <see cref="Commit"/> so that counting does not read it.</summary>
public sealed class CommitMessage
{
    /// <summary>The <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>The message without its subject and without the closing block of trailers.</summary>
    public required string Body { get; set; }
}

/// <summary>An edge of the commit graph.</summary>
public sealed class CommitParent
{
    /// <summary>The child <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>0 for the first parent.</summary>
    public int Ordinal { get; set; }

    /// <summary>The parent <see cref="Commit"/>.</summary>
    public int ParentId { get; set; }
}

/// <summary>One line such as "Signed-off-by: Name &lt;address&gt;" (Documentation/process/submitting-patches.rst).</summary>
public sealed class Trailer
{
    /// <summary>The <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>Order within the message, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>The key as usually written: "Signed-off-by", "Fixes", "Link", …</summary>
    public required string Key { get; set; }

    /// <summary>The value as written, continuation lines joined by a space.</summary>
    public required string Value { get; set; }

    /// <summary>The person named, when the value is one: <see cref="Identity"/>.</summary>
    public int? IdentityId { get; set; }
}
