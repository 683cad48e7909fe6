using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Links to the other pages of a list; nothing when there is only one.</summary>
public sealed partial class Pager
{
    /// <summary>The most pages asked for: far beyond any list, and safe to multiply.</summary>
    private const int Highest = 1_000_000;

    /// <summary>The page shown, from 1.</summary>
    [Parameter, EditorRequired]
    public required int Page { get; set; }

    /// <summary>The last page.</summary>
    [Parameter, EditorRequired]
    public required int LastPage { get; set; }

    /// <summary>The address of a page.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string> Address { get; set; }

    /// <summary>What is paged, for screen readers.</summary>
    [Parameter]
    public string Label { get; set; } = "Pages";

    /// <summary>Reads a page number from a query; anything that is none is the first page.</summary>
    public static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Highest) : 1;
}
