namespace KernelTracker.Ingest.Git;

/// <summary>Kind of a git object; the numbers are those of the pack format (gitformat-pack, "object types").</summary>
internal enum GitObjectKind
{
    /// <summary>A commit.</summary>
    Commit = 1,

    /// <summary>A tree.</summary>
    Tree = 2,

    /// <summary>A file's content.</summary>
    Blob = 3,

    /// <summary>An annotated tag.</summary>
    Tag = 4,
}
