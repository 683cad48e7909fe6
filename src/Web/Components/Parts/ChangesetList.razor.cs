using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Changesets with author, size and what they are about.</summary>
public sealed partial class ChangesetList
{
    /// <summary>The changesets, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChangesetLine> Changesets { get; set; }

    /// <summary>The stretch within which an author leads to more of the same author; null for no such link.</summary>
    [Parameter]
    public ReleaseRange? Range { get; set; }

    private static string Author(ChangesetLine changeset) => Plain.Name(changeset.Author);
}
