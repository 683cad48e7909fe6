namespace KernelTracker.Ingest.Configuration;

/// <summary>Where repositories lie.</summary>
internal static class TreePaths
{
    /// <summary>The folder of a configured tree: its own path, or that of its clone.</summary>
    public static string Of(TreeOptions tree, TrackerOptions options) =>
        string.IsNullOrWhiteSpace(tree.Path) ? Path.Combine(options.DataFolder, "trees", $"{tree.Name}.git") : tree.Path;

    /// <summary>The folder for the sample repository.</summary>
    public static string Sample(TrackerOptions options) => Path.Combine(options.DataFolder, "sample");
}
