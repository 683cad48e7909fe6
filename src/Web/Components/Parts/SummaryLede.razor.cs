using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A stretch in a few sentences, each figure leading to its evidence.</summary>
public sealed partial class SummaryLede
{
    /// <summary>The sentences.</summary>
    [Parameter, EditorRequired]
    public required ReportSummary Summary { get; set; }

    /// <summary>The stretch that they sum up.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    private string? Address(SummaryPiece piece) => piece.Evidence switch
    {
        SummaryEvidence.Changesets => Links.Changesets(Range, piece.Filter),
        SummaryEvidence.Hardware => Links.ReleaseHardware(Range),
        SummaryEvidence.Releases => "/releases#all",
        SummaryEvidence.Developers => "#developers",
        _ => null,
    };

    /// <summary>No line ends between a number and its sign.</summary>
    private static string Words(SummaryPiece piece) => piece.Text.Replace(" %", "\u00a0%", StringComparison.Ordinal);
}
