namespace KernelTracker.Data.Model;

/// <summary>What kind of source changesets came through.</summary>
public enum SourceKind : byte
{
    /// <summary>A repository named in merge subjects.</summary>
    Repository = 1,

    /// <summary>A merge that names no repository; kept under its branch or subject.</summary>
    Unnamed = 2,

    /// <summary>Changesets that the chain's owner committed himself.</summary>
    Direct = 3,

    /// <summary>Changesets by another committer to whose work the branch was moved forward.</summary>
    FastForward = 4,
}

/// <summary>A tree that mainline is fed from, or one of the ways in without a tree.</summary>
public sealed class SourceTree
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>Short unique name, for instance "gregkh/usb", "tip/linux-2.6-tip", "git.kernel.dk/linux-2.6-block".</summary>
    public required string Name { get; set; }

    /// <summary>The repository in one spelling, for instance "git.kernel.org/pub/scm/linux/kernel/git/gregkh/usb"; null for other kinds.</summary>
    public string? Url { get; set; }

    /// <summary>The kind.</summary>
    public SourceKind Kind { get; set; }
}

/// <summary>What a pull named.</summary>
public enum PulledRef : byte
{
    /// <summary>Neither branch nor tag: the tree's default branch.</summary>
    None = 0,

    /// <summary>A branch.</summary>
    Branch = 1,

    /// <summary>A (signed) tag.</summary>
    Tag = 2,

    /// <summary>A bare commit id.</summary>
    Commit = 3,
}

/// <summary>A merge commit on the mainline chain and what it brought.</summary>
public sealed class Pull
{
    /// <summary>The merge <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>Its <see cref="Commit.Position"/>; commits it brought share it.</summary>
    public int Position { get; set; }

    /// <summary>The <see cref="Release"/>.</summary>
    public int ReleaseId { get; set; }

    /// <summary>The <see cref="SourceTree"/>.</summary>
    public int SourceTreeId { get; set; }

    /// <summary>Whether <see cref="RefName"/> is a branch or a tag.</summary>
    public PulledRef RefKind { get; set; }

    /// <summary>Name of the branch or tag pulled; null when none was named.</summary>
    public string? RefName { get; set; }

    /// <summary>Who asked for the pull ("Pull … from NAME:"); null when not stated.</summary>
    public string? From { get; set; }

    /// <summary>One line for lists: "USB patches", or the merge subject when there is nothing better.</summary>
    public required string Title { get; set; }

    /// <summary>The request's own words, without shortlog and trailers; empty when there were none.</summary>
    public required string Text { get; set; }

    /// <summary>Changesets it brought.</summary>
    public int Changesets { get; set; }

    /// <summary>Commits it brought, merges and itself included.</summary>
    public int Commits { get; set; }

    /// <summary>Sum of lines added by its changesets; null until counted.</summary>
    public long? AddedLines { get; set; }

    /// <summary>Sum of lines removed by its changesets; null until counted.</summary>
    public long? RemovedLines { get; set; }

    /// <summary>What most of its changesets are about.</summary>
    public Area Area { get; set; }

    /// <summary>The <see cref="AreaPart"/> of most of its changesets; null when there is none.</summary>
    public int? AreaPartId { get; set; }

    /// <summary>The <see cref="Subsystem"/> of most of its changesets.</summary>
    public int? SubsystemId { get; set; }
}
