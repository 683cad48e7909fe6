using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>People who are named for a role in changesets of others.</summary>
public sealed partial class RoleTable
{
    /// <summary>The people, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<DeveloperCount> People { get; set; }

    /// <summary>The role.</summary>
    [Parameter, EditorRequired]
    public required PersonRole Role { get; set; }

    /// <summary>What they are taken from: the stretch and its changesets, of which the shares are.</summary>
    [Parameter, EditorRequired]
    public required PeopleReport Report { get; set; }
}
