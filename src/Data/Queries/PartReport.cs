using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A part of a merge window, and what is new in it.</summary>
/// <param name="Number">Number of the part, from 1.</param>
/// <param name="Since">Where it begins; null for the previous release.</param>
/// <param name="AsOf">Where it ends; null for the end of the window.</param>
/// <param name="Tip">Its newest chain commit; null when nothing came in.</param>
/// <param name="Changesets">Commits that are not merges.</param>
/// <param name="Commits">Commits with merges.</param>
/// <param name="Pulls">Merges on the mainline chain.</param>
/// <param name="Areas">Changesets by area.</param>
public sealed record StretchPart(
    int Number, Moment? Since, Moment? AsOf, ChainStep? Tip, int Changesets, int Commits, int Pulls, IReadOnlyDictionary<Area, int> Areas);

/// <summary>A merge window cut into parts that join without a gap.</summary>
/// <param name="Whole">What is cut: the window, or the whole release when a cut lies after -rc1.</param>
/// <param name="Cuts">Where it is cut, in order.</param>
/// <param name="Parts">The parts, one more than there are cuts.</param>
public sealed record PartReport(ReleaseRange Whole, IReadOnlyList<Moment> Cuts, IReadOnlyList<StretchPart> Parts)
{
    /// <summary>Changesets of the whole.</summary>
    public int Changesets => Parts.Sum(p => p.Changesets);

    /// <summary>The areas with changesets, the largest first.</summary>
    public IReadOnlyList<Area> Areas { get; } =
        [.. Parts.SelectMany(p => p.Areas).GroupBy(a => a.Key).OrderByDescending(g => g.Sum(a => a.Value)).ThenBy(g => g.Key).Select(g => g.Key)];
}

/// <summary>Parts, or what is wrong with the question.</summary>
/// <param name="Report">The parts; null when there is a problem.</param>
/// <param name="Problem">A sentence for the reader; null when there are parts.</param>
/// <param name="IsMissing">The release does not exist.</param>
public sealed record PartAnswer(PartReport? Report, string? Problem, bool IsMissing);
