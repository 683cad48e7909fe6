namespace KernelTracker.Data.Queries;

/// <summary>What one tree took from another.</summary>
/// <param name="Source">The tree it came from.</param>
/// <param name="Into">The tree it went to; null for mainline.</param>
/// <param name="Changesets">Changesets that came this way, those included that the source had from others.</param>
/// <param name="Own">Those of them that no other tree had brought to the source.</param>
/// <param name="Merges">The merges; null where only changesets are counted.</param>
public sealed record FlowLine(TreeLink Source, TreeLink? Into, int Changesets, int Own, int? Merges);

/// <summary>What a tree gave to mainline, by whichever way.</summary>
/// <param name="Origin">The tree whose merge brought it first.</param>
/// <param name="Through">The tree that mainline pulled it from; the same as <paramref name="Origin"/> when mainline pulled from there.</param>
/// <param name="Changesets">How many changesets.</param>
public sealed record FlowWay(TreeLink Origin, TreeLink Through, int Changesets);

/// <summary>How the changesets of a stretch reached mainline, tree by tree.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="Lines">What went from tree to tree, into mainline first, the largest first.</param>
/// <param name="Ways">Where changesets came from and through which tree mainline got them, the largest first.</param>
/// <param name="IsWhole">Merges of merges are followed at every depth; else only the first tree and the last are known.</param>
public sealed record FlowReport(ReleaseRange Range, IReadOnlyList<FlowLine> Lines, IReadOnlyList<FlowWay> Ways, bool IsWhole)
{
    /// <summary>Changesets in all.</summary>
    public int Changesets => Lines.Where(l => l.Into is null).Sum(l => l.Changesets);

    /// <summary>Changesets that mainline did not pull from the tree that brought them first.</summary>
    public int Nested => Ways.Where(w => w.Origin.Name != w.Through.Name).Sum(w => w.Changesets);

    /// <summary>Trees that reached mainline only through others.</summary>
    public int Submaintainers => Ways.Select(w => w.Origin.Name).Except(Ways.Select(w => w.Through.Name)).Count();
}
