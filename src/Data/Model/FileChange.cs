namespace KernelTracker.Data.Model;

/// <summary>What a changeset did to a path, as `git diff-tree -r -M` letters it.</summary>
public enum ChangeKind : byte
{
    /// <summary>Added (A).</summary>
    Added = 1,

    /// <summary>Content or mode modified (M).</summary>
    Modified = 2,

    /// <summary>Deleted (D).</summary>
    Deleted = 3,

    /// <summary>Renamed, perhaps with changes (R).</summary>
    Renamed = 4,

    /// <summary>Changed between file, symbolic link and submodule (T).</summary>
    TypeChanged = 5,
}

/// <summary>A path that some changeset touched.</summary>
public sealed class TreePath
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The path from the top of the kernel tree, with forward slashes.</summary>
    public required string Name { get; set; }
}

/// <summary>One changed path of a changeset.</summary>
public sealed class FileChange
{
    /// <summary>The <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>Order within the changeset, from 0, by path.</summary>
    public int Ordinal { get; set; }

    /// <summary>The path after the change (before it, when deleted): <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>The path before a rename; else null.</summary>
    public int? OldPathId { get; set; }

    /// <summary>What happened.</summary>
    public ChangeKind Kind { get; set; }

    /// <summary>The content is binary: it has no lines.</summary>
    public bool IsBinary { get; set; }

    /// <summary>Lines added; null until counted.</summary>
    public int? Added { get; set; }

    /// <summary>Lines removed; null until counted.</summary>
    public int? Removed { get; set; }
}
