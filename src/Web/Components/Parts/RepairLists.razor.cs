using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What a changeset fixes or reverts, and what fixes or reverts it.</summary>
public sealed partial class RepairLists
{
    /// <summary>What is known of the changeset.</summary>
    [Parameter, EditorRequired]
    public required ChangesetStanding Standing { get; set; }
}
