using System.Collections.Frozen;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>How kinds of notable changes are written for people and in URLs.</summary>
public static class NotableKindNames
{
    private static readonly (NotableKind Kind, string Slug, string Title)[] Names =
    [
        .. InterfaceKindNames.All.Where(k => k.IsForUsers()).Select(Of),
        (NotableKind.Option, "options", "Configuration options"),
        (NotableKind.Driver, "drivers", "Drivers that went"),
        (NotableKind.Behaviour, "behaviour", "Defaults and behaviour"),
        .. InterfaceKindNames.All.Where(k => !k.IsForUsers()).Select(Of),
    ];

    private static readonly FrozenDictionary<NotableKind, (string Slug, string Title)> ByKind =
        Names.ToFrozenDictionary(n => n.Kind, n => (n.Slug, n.Title));

    private static readonly FrozenDictionary<string, NotableKind> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every kind, in the order of filters.</summary>
    public static IReadOnlyList<NotableKind> All { get; } = [.. Names.Select(n => n.Kind)];

    /// <summary>Its name in URLs.</summary>
    public static string Slug(this NotableKind kind) => ByKind[kind].Slug;

    /// <summary>Its name as a heading.</summary>
    public static string Title(this NotableKind kind) => ByKind[kind].Title;

    /// <summary>Reads a slug; false when there is no such kind.</summary>
    public static bool TryParse(string? slug, out NotableKind kind) => BySlug.TryGetValue(slug ?? "", out kind);

    private static (NotableKind, string, string) Of(InterfaceKind kind) => ((NotableKind)kind, kind.Slug(), kind.Title());
}
