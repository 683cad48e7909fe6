using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What one or several stable updates bring: figures, words, areas, device ids, CVEs, every changeset.</summary>
public sealed partial class StableReportBody
{
    /// <summary>As many sections of MAINTAINERS are shown unfolded.</summary>
    private const int Unfolded = 25;

    /// <summary>What was counted.</summary>
    [Parameter, EditorRequired]
    public required StableReport Report { get; set; }

    /// <summary>The page of changesets.</summary>
    [Parameter, EditorRequired]
    public required PageOf<StableLine> Changesets { get; set; }

    /// <summary>The area that the changesets are limited to; null for all.</summary>
    [Parameter]
    public Area? Area { get; set; }

    /// <summary>The address of a page of changesets of an area.</summary>
    [Parameter, EditorRequired]
    public required Func<Area?, int, string> Address { get; set; }
}
