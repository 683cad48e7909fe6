using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What later fixed or reverted a changeset.</summary>
public sealed partial class RepairText
{
    /// <summary>The later changeset.</summary>
    [Parameter, EditorRequired]
    public required LaterRepair Repair { get; set; }
}
