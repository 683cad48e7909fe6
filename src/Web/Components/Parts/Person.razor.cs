using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A person named in a commit, leading to the developer's page.</summary>
public sealed partial class Person
{
    /// <summary>The person.</summary>
    [Parameter, EditorRequired]
    public required PersonLink Who { get; set; }
}
