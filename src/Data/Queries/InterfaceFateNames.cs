namespace KernelTracker.Data.Queries;

/// <summary>How fates of names are written in URLs and for people.</summary>
public static class InterfaceFateNames
{
    private static readonly (InterfaceFate Change, string Slug, string Title)[] Names =
    [
        (InterfaceFate.Added, "added", "new"),
        (InterfaceFate.Removed, "removed", "gone"),
        (InterfaceFate.Passing, "came-and-went", "came and went"),
    ];

    /// <summary>Every fate.</summary>
    public static IReadOnlyList<InterfaceFate> All { get; } = [.. Names.Select(n => n.Change)];

    /// <summary>Its name in URLs: "came-and-went".</summary>
    public static string Slug(this InterfaceFate change) => Array.Find(Names, n => n.Change == change).Slug;

    /// <summary>In words: "came and went".</summary>
    public static string Title(this InterfaceFate change) => Array.Find(Names, n => n.Change == change).Title;

    /// <summary>Reads a slug; false when there is no such fate.</summary>
    public static bool TryParse(string? slug, out InterfaceFate change)
    {
        change = Array.Find(Names, n => n.Slug == slug).Change;
        return change != default;
    }
}
