using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The git commands that reproduce a count, and the commit that marks its moment.</summary>
public sealed partial class GitProof
{
    /// <summary>What was counted.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>The count of changesets.</summary>
    [Parameter, EditorRequired]
    public required int Changesets { get; set; }
}
