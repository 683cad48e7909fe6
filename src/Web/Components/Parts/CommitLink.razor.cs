using KernelTracker.Data.Model;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A commit id, abbreviated as the kernel does, leading to its page.</summary>
public sealed partial class CommitLink
{
    /// <summary>The commit.</summary>
    [Parameter, EditorRequired]
    public required ObjectId Sha { get; set; }

    /// <summary>It is a pull of mainline, so its page is the pull's.</summary>
    [Parameter]
    public bool IsMerge { get; set; }

    private string Address => (IsMerge ? "/pulls/" : "/changesets/") + Sha;
}
