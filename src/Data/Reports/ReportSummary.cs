using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Where the evidence for a figure of a summary is.</summary>
public enum SummaryEvidence : byte
{
    /// <summary>Words only.</summary>
    None,

    /// <summary>A list of changesets of the stretch: <see cref="SummaryPiece.Filter"/>.</summary>
    Changesets,

    /// <summary>The list of new hardware.</summary>
    Hardware,

    /// <summary>The figures of all releases.</summary>
    Releases,

    /// <summary>The developers of the stretch.</summary>
    Developers,
}

/// <summary>A piece of a sentence, with the evidence of the figure in it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Evidence">Where its figure comes from.</param>
/// <param name="Filter">Which changesets, for <see cref="SummaryEvidence.Changesets"/>.</param>
public sealed record SummaryPiece(string Text, SummaryEvidence Evidence = SummaryEvidence.None, ChangesetFilter? Filter = null);

/// <summary>A stretch summed up in a few sentences, every clause of which has a figure behind it.</summary>
/// <param name="Sentences">The sentences in their pieces, the first one always there.</param>
public sealed record ReportSummary(IReadOnlyList<IReadOnlyList<SummaryPiece>> Sentences)
{
    /// <summary>The sentences as plain text.</summary>
    public override string ToString() => string.Join(' ', Sentences.Select(s => string.Concat(s.Select(p => p.Text))));
}
