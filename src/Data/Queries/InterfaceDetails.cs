using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A name that was searched for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the source spells it.</param>
/// <param name="Path">A file of it; null when no release has it.</param>
/// <param name="First">The first release with it; null when it was in the first tree of the history, and when none has it.</param>
/// <param name="End">The first release without it; null while it stands, and when none has it.</param>
/// <param name="IsInitial">It was in the first tree of the history.</param>
public sealed record InterfaceHit(InterfaceKind Kind, string Name, string? Path, string? First, string? End, bool IsInitial)
{
    /// <summary>It was there on the way from one release to the next only.</summary>
    public bool IsPassing => First is null && !IsInitial;
}

/// <summary>What names to list.</summary>
public sealed record InterfaceFilter
{
    /// <summary>Text that the name has, begins with or is; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Only this kind.</summary>
    public InterfaceKind? Kind { get; init; }

    /// <summary>Only what happened to names in this release; then <see cref="Change"/> says what.</summary>
    public KernelVersion? Release { get; init; }

    /// <summary>What happened in <see cref="Release"/>.</summary>
    public InterfaceFate Change { get; init; } = InterfaceFate.Added;
}

/// <summary>What a release did to a name, net.</summary>
public enum InterfaceFate : byte
{
    /// <summary>It is new.</summary>
    Added = 1,

    /// <summary>It is gone.</summary>
    Removed = 2,

    /// <summary>It came and went on the way to the release.</summary>
    Passing = 3,
}

/// <summary>A stretch of releases with a name in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">What stands with it.</param>
/// <param name="First">The first release.</param>
/// <param name="IsInitial">It is in the first tree of the history: it may be older.</param>
/// <param name="End">The first release without it; null while it stands.</param>
public sealed record InterfaceStanding(string Path, string Text, string First, bool IsInitial, string? End);

/// <summary>What a changeset did to a name.</summary>
/// <param name="Sha">The changeset.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Committed">Its committer date in its own offset.</param>
/// <param name="Release">The first release with the changeset; null when none has it.</param>
/// <param name="Candidate">Number of the first -rc with it; 0 for the release only; null for none.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Path">The file.</param>
/// <param name="Text">What stands with the name after it (before it, when removed).</param>
public sealed record InterfaceStep(
    ObjectId Sha, string Subject, DateTimeOffset Committed, string? Release, int? Candidate, InterfaceChangeKind Kind, string Path, string Text);

/// <summary>A name with its history.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the source spells it.</param>
/// <param name="Standings">In which releases and files it stands, oldest first.</param>
/// <param name="Steps">What changesets did to it, oldest first.</param>
public sealed record InterfaceHistory(InterfaceKind Kind, string Name, IReadOnlyList<InterfaceStanding> Standings, IReadOnlyList<InterfaceStep> Steps)
{
    /// <summary>The newest release has it.</summary>
    public bool IsCurrent => Standings.Any(s => s.End is null);
}

/// <summary>What a changeset did to a name.</summary>
/// <param name="Kind">What the name is.</param>
/// <param name="Name">The name.</param>
/// <param name="Change">What it did.</param>
/// <param name="Path">The file.</param>
/// <param name="Text">What stands with the name after it (before it, when removed).</param>
public sealed record InterfaceTouch(InterfaceKind Kind, string Name, InterfaceChangeKind Change, string Path, string Text);

/// <summary>How many names of a kind a release added and removed.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Added">New ones.</param>
/// <param name="Removed">Those that are gone.</param>
/// <param name="Passing">Those that came and went on the way to it.</param>
public sealed record InterfaceCount(InterfaceKind Kind, int Added, int Removed, int Passing)
{
    /// <summary>How many of a fate.</summary>
    public int Of(InterfaceFate change) => change switch
    {
        InterfaceFate.Added => Added,
        InterfaceFate.Removed => Removed,
        _ => Passing,
    };
}
