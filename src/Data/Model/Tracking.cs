namespace KernelTracker.Data.Model;

/// <summary>What a configured tree is.</summary>
public enum TreeKind : byte
{
    /// <summary>The mainline tree.</summary>
    Mainline = 1,

    /// <summary>A tree of stable series.</summary>
    Stable = 2,

    /// <summary>A tree of stable updates in review: branches with candidates, or queues of patches.</summary>
    StableReview = 3,

    /// <summary>The kernel's vulnerability records.</summary>
    Vulnerabilities = 4,
}

/// <summary>A configured git tree and the state in which it was read last.</summary>
public sealed class TrackedTree
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The configured name.</summary>
    public required string Name { get; set; }

    /// <summary>The configured kind.</summary>
    public TreeKind Kind { get; set; }

    /// <summary>Where it is fetched from, for display; null when read from disk only. Never holds a password.</summary>
    public string? Url { get; set; }

    /// <summary>The branch that is read; empty for a tree that is read by its tags or by many branches.</summary>
    public required string Branch { get; set; }

    /// <summary>Object name of the branch tip whose data is published; null before the first run, and for a tree without one branch.</summary>
    public byte[]? TipSha { get; set; }

    /// <summary>The reading rules (parsers and data files) that the published data was made with.</summary>
    public required string RulesVersion { get; set; }
}

/// <summary>What a tag turned out to be.</summary>
public enum TagVerdict : byte
{
    /// <summary>A mainline release.</summary>
    Release = 1,

    /// <summary>A mainline release candidate.</summary>
    Candidate = 2,

    /// <summary>Its name is not that of a mainline release or candidate.</summary>
    OtherName = 3,

    /// <summary>Named like a release, but what it points to is no commit.</summary>
    NotACommit = 4,

    /// <summary>Named like a release, but the tracked branch does not contain it.</summary>
    OffBranch = 5,

    /// <summary>A stable update.</summary>
    StableUpdate = 6,

    /// <summary>Named like a stable update, but another tree has that tag on another commit, and that one counts.</summary>
    Contradicted = 7,

    /// <summary>The mainline release that a stable series of this tree is based on.</summary>
    SeriesBase = 8,
}

/// <summary>A tag as it was read last.</summary>
public sealed class TreeTag
{
    /// <summary>The <see cref="TrackedTree"/>.</summary>
    public int TrackedTreeId { get; set; }

    /// <summary>Name without refs/tags/.</summary>
    public required string Name { get; set; }

    /// <summary>What the ref holds: a tag object or a commit.</summary>
    public required byte[] ObjectSha { get; set; }

    /// <summary>The commit behind it; null when there is none.</summary>
    public byte[]? CommitSha { get; set; }

    /// <summary>What it counts as.</summary>
    public TagVerdict Verdict { get; set; }
}

/// <summary>Something about a tree that a reader should know: a moved tag, a rewritten branch, an unreadable object.</summary>
public sealed class TreeEvent
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The <see cref="TrackedTree"/>.</summary>
    public int TrackedTreeId { get; set; }

    /// <summary>When it was noticed, seconds since 1970 UTC.</summary>
    public long Time { get; set; }

    /// <summary>Short kind: "tag moved", "tag deleted", "branch rewritten", "unreadable object", …</summary>
    public required string Kind { get; set; }

    /// <summary>What happened, in one sentence.</summary>
    public required string Detail { get; set; }
}

/// <summary>How a run ended.</summary>
public enum RunOutcome : byte
{
    /// <summary>Still at work (or killed; then the next run marks it abandoned).</summary>
    Running = 0,

    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>Failed; the last good data stays published.</summary>
    Failed = 2,

    /// <summary>The process ended before the run did.</summary>
    Abandoned = 3,

    /// <summary>Nothing had changed.</summary>
    NothingNew = 4,
}

/// <summary>One pass of ingest over one tree, with its progress.</summary>
public sealed class IngestRun
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The <see cref="TrackedTree.Name"/>.</summary>
    public required string TreeName { get; set; }

    /// <summary>Start, seconds since 1970 UTC.</summary>
    public long Started { get; set; }

    /// <summary>End, seconds since 1970 UTC; null while running.</summary>
    public long? Finished { get; set; }

    /// <summary>How it ended.</summary>
    public RunOutcome Outcome { get; set; }

    /// <summary>What it is (or was last) doing: "reading commits", "counting lines", …</summary>
    public required string Stage { get; set; }

    /// <summary>Work done in this stage.</summary>
    public int Done { get; set; }

    /// <summary>Work in this stage; 0 when not known.</summary>
    public int Total { get; set; }

    /// <summary>Commits that came in.</summary>
    public int NewCommits { get; set; }

    /// <summary>Tags that came in, moved or went.</summary>
    public int ChangedTags { get; set; }

    /// <summary>Why it failed, or what it found, in one sentence; null when there is nothing to say.</summary>
    public string? Message { get; set; }
}

/// <summary>The one row that says what is published.</summary>
public sealed class TrackerState
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; }

    /// <summary>Rises with every change of what pages show; the pages' caches hang on it.</summary>
    public long DataVersion { get; set; }

    /// <summary>When it last rose, seconds since 1970 UTC.</summary>
    public long PublishedAt { get; set; }

    /// <summary>The data is the bundled, invented sample history.</summary>
    public bool IsSample { get; set; }

    /// <summary>Changesets of the published range.</summary>
    public int Changesets { get; set; }

    /// <summary>Those of them whose lines are not counted yet.</summary>
    public int UncountedChangesets { get; set; }

    /// <summary>When the next scheduled run is due, seconds since 1970 UTC; null without a schedule.</summary>
    public long? NextRunAt { get; set; }

    /// <summary>Failed passes in a row; 0 after a good one.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>What depends on several trees (stable updates, reviews, vulnerabilities per series) has to be computed anew at the end of a pass.</summary>
    public bool IsStageDue { get; set; }
}
