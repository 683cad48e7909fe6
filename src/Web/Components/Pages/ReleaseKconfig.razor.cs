using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>What a release did to configuration symbols.</summary>
public sealed partial class ReleaseKconfig(KconfigQueries queries)
{
    private const int PageSize = 100;

    /// <summary>The release.</summary>
    [Parameter]
    public required string Version { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? KindText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private KconfigEventKind? Kind { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private KconfigReleaseList? Answer { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!KernelVersion.TryParse(Version, out var version))
        {
            (Problem, IsMissing) = ($"“{Version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.", true);
            return;
        }
        if (!string.IsNullOrEmpty(KindText))
        {
            if (!KconfigNames.TryParse(KindText, out var kind))
            {
                Problem = $"“{KindText}” is none of {string.Join(", ", KconfigNames.Kinds.Select(k => k.Slug()))}.";
                return;
            }
            Kind = kind;
        }
        Answer = await queries.ReleaseAsync(version, Kind, Pager.Number(PageText), PageSize, CancellationToken.None);
        if (Answer is null)
            (Problem, IsMissing) = ($"There is no release {version.Release} in this history.", true);
    }
}
