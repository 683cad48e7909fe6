using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Pulls with their own words and size.</summary>
public sealed partial class PullList
{
    private const int SummaryLength = 90;

    /// <summary>The pulls, newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PullLine> Pulls { get; set; }

    /// <summary>The stretch that they came in.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>Number of the first one shown, as they count down to the first of the stretch.</summary>
    [Parameter, EditorRequired]
    public required int Start { get; set; }

    private static string FirstLine(string text)
    {
        // The mark of a list's first item says nothing about the one line that is shown of it.
        var line = text.AsSpan().TrimStart().TrimStart("-*").TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end];
        return line.Length <= SummaryLength ? $"{line} …" : $"{line[..SummaryLength]}…";
    }
}
