using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Commits as a list, each leading to its page.</summary>
public sealed partial class CommitList
{
    /// <summary>The commits.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CommitLine> Commits { get; set; }

    /// <summary>Say in which release each one is; off where all are in the same.</summary>
    [Parameter]
    public bool ShowRelease { get; set; } = true;

    private static string AreaName(CommitLine commit) =>
        commit.AreaPart is { } part ? $"{commit.Area.Title()}: {part}" : commit.Area.Title();
}
