using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A stable update in preparation with its patches.</summary>
public sealed partial class ReviewRoundView
{
    /// <summary>Where it is seen.</summary>
    [Parameter, EditorRequired]
    public required ReviewFigures Round { get; set; }

    /// <summary>A page of its patches.</summary>
    [Parameter, EditorRequired]
    public required PageOf<ReviewPatchLine> Patches { get; set; }

    /// <summary>The address of a page of patches.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string> Address { get; set; }

    /// <summary>The name of the section in the address.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }
}
