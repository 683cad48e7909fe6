using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The part of a report that says what users, or kernel developers, will notice: the strong lines by area.</summary>
public sealed partial class NotableSection
{
    /// <summary>The changes.</summary>
    [Parameter, EditorRequired]
    public required NotableList List { get; set; }

    /// <summary>Who will notice.</summary>
    [Parameter, EditorRequired]
    public required Audience Audience { get; set; }

    private string Anchor => Audience == Audience.Users ? "users" : "kernel-developers";

    private int Weak => List.Of(Audience, isStrong: false).Count();

    private IReadOnlyList<(Area Area, IReadOnlyList<NotableChange> Changes)> Areas => [.. NotableText.Areas(List, Audience)];
}
