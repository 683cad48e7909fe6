using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A merge window cut into parts, by weeks or as an editor wants them.</summary>
public sealed partial class WindowParts(ReleaseQueries releases, PartQueries parts)
{
    /// <summary>The release, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>Where to cut.</summary>
    [SupplyParameterFromQuery(Name = "cuts")]
    private string? Cuts { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private ReleaseFigures? Release { get; set; }

    private PartReport? Report { get; set; }

    private bool IsDefault => string.IsNullOrWhiteSpace(Cuts);

    protected override async Task OnInitializedAsync()
    {
        if (!KernelVersion.TryParse(Version, out var version))
        {
            (Problem, IsMissing) = ($"“{Version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.", true);
            return;
        }
        Release = await releases.FindAsync(version, CancellationToken.None);
        if (!MomentList.TryParse(Cuts, out var cuts, out var wrong))
        {
            Problem = wrong;
            return;
        }
        if (IsDefault && Release is not null)
            cuts = WindowPart.Cuts(Release);
        var answer = await parts.ReadAsync(version, cuts, CancellationToken.None);
        (Problem, IsMissing, Report) = (answer.Problem, answer.IsMissing, answer.Report);
    }
}
