using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>What one tree took from another.</summary>
/// <param name="Tree">The tree it came from.</param>
/// <param name="Into">The tree it went to; null for mainline.</param>
/// <param name="Changesets">Changesets that came this way.</param>
/// <param name="Own">Those of them that no other tree had brought to it.</param>
/// <param name="Merges">The merges; null for a part of a release.</param>
public sealed record FlowLineDocument(string Tree, string? Into, int Changesets, int Own, int? Merges);

/// <summary>How changesets reached mainline.</summary>
/// <param name="Deep">Merges of merges are followed at every depth; else only the first tree and the last are told.</param>
/// <param name="ThroughOthers">Changesets that mainline did not pull from the tree that brought them first.</param>
/// <param name="Edges">What went from tree to tree, into mainline first.</param>
public sealed record FlowDocument(bool Deep, int ThroughOthers, IReadOnlyList<FlowLineDocument> Edges)
{
    /// <summary>The document of a flow.</summary>
    public static FlowDocument Of(FlowReport flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return new FlowDocument(flow.IsWhole, flow.Nested, [.. flow.Lines.Select(l => new FlowLineDocument(l.Source.Name, l.Into?.Name, l.Changesets, l.Own, l.Merges))]);
    }
}
