using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>What the message of a merge commit says about where the merged work comes from.</summary>
/// <param name="Repository">The repository as written, for <see cref="SourceTreeName.Normalize"/>; null when the message names none.</param>
/// <param name="RefKind">What was named beside the repository.</param>
/// <param name="RefName">The branch, tag or commit; several branches are joined by ", "; null when none was named.</param>
/// <param name="From">The person who asked for the pull ("Pull … from NAME:"); null when not stated.</param>
/// <param name="Title">One line for lists, never empty.</param>
/// <param name="IsTitleWords">The title is words from the message; else it only names branch and tree.</param>
/// <param name="Text">The request's own words without shortlog, list of conflicts and trailers; empty when there are none.</param>
/// <param name="Into">The branch merged into, when the subject says so ("… into next/dt"); else null.</param>
/// <param name="IsMainlineBackMerge">A maintainer merged mainline into a tree of his own, rather than the other way round.</param>
internal sealed record MergeInfo(
    string? Repository,
    PulledRef RefKind,
    string? RefName,
    string? From,
    string Title,
    bool IsTitleWords,
    string Text,
    string? Into,
    bool IsMainlineBackMerge);
