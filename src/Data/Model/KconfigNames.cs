namespace KernelTracker.Data.Model;

/// <summary>How types of symbols and what happens to them are called.</summary>
public static class KconfigNames
{
    private static readonly (KconfigEventKind Kind, string Slug, string Title)[] _kinds =
    [
        (KconfigEventKind.Added, "added", "added"),
        (KconfigEventKind.Removed, "removed", "removed"),
        (KconfigEventKind.Moved, "moved", "moved"),
        (KconfigEventKind.RenamedFrom, "renamed", "renamed"),
        (KconfigEventKind.TypeChanged, "type", "type changed"),
        (KconfigEventKind.PromptChanged, "prompt", "prompt changed"),
        (KconfigEventKind.DependenciesChanged, "dependencies", "dependencies changed"),
    ];

    /// <summary>What the events of a release are listed by; a renaming counts once, with the newer symbol.</summary>
    public static IReadOnlyList<KconfigEventKind> Kinds { get; } = [.. _kinds.Select(k => k.Kind)];

    /// <summary>The kind in URLs: "dependencies".</summary>
    public static string Slug(this KconfigEventKind kind) => Find(kind).Slug;

    /// <summary>The kind in words: "dependencies changed".</summary>
    public static string Title(this KconfigEventKind kind) => Find(kind).Title;

    /// <summary>The kind of a slug; false when there is none.</summary>
    public static bool TryParse(string? slug, out KconfigEventKind kind)
    {
        kind = Array.Find(_kinds, k => k.Slug == slug).Kind;
        return kind != default;
    }

    /// <summary>A type as Kconfig files spell it; null when it is not known.</summary>
    public static string? Keyword(this KconfigType type) => type switch
    {
        KconfigType.Bool => "bool",
        KconfigType.Tristate => "tristate",
        KconfigType.Text => "string",
        KconfigType.Hex => "hex",
        KconfigType.Number => "int",
        _ => null,
    };

    private static (KconfigEventKind Kind, string Slug, string Title) Find(KconfigEventKind kind) =>
        Array.Find(_kinds, k => k.Kind == (kind == KconfigEventKind.RenamedTo ? KconfigEventKind.RenamedFrom : kind));
}
