using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The head of a column that the table can be sorted by.</summary>
public sealed partial class SortLink
{
    /// <summary>What the column holds.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The name of the column in the query string.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>The order in force: a column name, with "-" before it for descending.</summary>
    [Parameter, EditorRequired]
    public required string Current { get; set; }

    /// <summary>Classes of the cell.</summary>
    [Parameter]
    public string? Class { get; set; }

    private bool IsCurrent => Current.TrimStart('-') == Key;

    private bool Descending => Current == "-" + Key;

    private string Address => "?sort=" + (Descending ? "" : "-") + Key;
}
