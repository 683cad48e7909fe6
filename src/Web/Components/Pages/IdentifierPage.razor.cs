using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A name that others rely on: first seen, changed, removed.</summary>
public sealed partial class IdentifierPage(InterfaceQueries queries, NavigationManager navigation)
{
    /// <summary>The name; a slash at its beginning is missing.</summary>
    [Parameter]
    public required string Name { get; set; }

    private IReadOnlyList<InterfaceHistory> Histories { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Histories = await queries.OfNameAsync(Name, CancellationToken.None);
        if (Histories.Count == 0)
            navigation.NotFound();
    }

    private static string Summary(InterfaceHistory history)
    {
        var what = $"{char.ToUpperInvariant(Article(history.Kind)[0])}{Article(history.Kind)[1..]} {history.Kind.One()}";
        if (history.Standings.Count == 0)
        {
            var release = history.Steps is [.., var last] ? last.Release : null;
            return release is null ? $"{what} that no release has." : $"{what} that came and went on the way to {release}: no release has it.";
        }
        var came = history.Standings.Any(s => s.IsInitial)
            ? $"{what} as old as this history or older"
            : $"{what} that {history.Standings[0].First} has first";
        if (history.IsCurrent)
            return came + ".";
        return $"{came}; {history.Standings[^1].End} no longer has it.";
    }

    private static string Article(InterfaceKind kind) => "aeiou".Contains(kind.One()[0], StringComparison.Ordinal) ? "an" : "a";

    private static string Did(InterfaceChangeKind kind) => kind switch
    {
        InterfaceChangeKind.Added => "came",
        InterfaceChangeKind.Removed => "went",
        _ => "changed",
    };

    /// <summary>A name as a word of a shell command.</summary>
    private static string Shell(string name)
    {
        var last = name[(name.LastIndexOfAny([' ', '.']) + 1)..];
        var word = Plain.Subject(last.Length > 0 ? last : name);
        return word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/' or '-' or '.') ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
