using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Sample;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>What to read.</summary>
/// <param name="Name">Name of the tree.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Folder of the repository.</param>
/// <param name="Url">Where it is fetched from; null when it is read as it is.</param>
/// <param name="Branch">The branch; null for master, or the repository's own when it has no master.</param>
/// <param name="IsSample">Whether it is the bundled sample history.</param>
internal sealed record ConfiguredTree(string Name, TreeKind Kind, string Path, string? Url, string? Branch, bool IsSample)
{
    /// <summary>
    /// The trees to read, in the order in which they stand on each other: mainline, stable trees, trees of updates in
    /// review, vulnerability records. None configured: the sample, unless the database holds real data.
    /// </summary>
    public static IReadOnlyList<ConfiguredTree> All(TrackerOptions options, TrackerContext context)
    {
        if (options.Trees.Count > 0)
            return [.. options.Trees.OrderBy(t => t.Kind).Select(t => Of(t, options))];
        if (context.States.SingleOrDefault() is { DataVersion: > 0, IsSample: false })
            return [];
        // One repository holds it all, as a clone of linux-stable and linux-stable-rc would.
        var path = SampleHistory.EnsureBuilt(TreePaths.Sample(options));
        return
        [
            new ConfiguredTree("sample", TreeKind.Mainline, path, null, null, IsSample: true),
            new ConfiguredTree("sample-stable", TreeKind.Stable, path, null, null, IsSample: true),
            new ConfiguredTree("sample-review", TreeKind.StableReview, path, null, null, IsSample: true),
        ];
    }

    private static ConfiguredTree Of(TreeOptions tree, TrackerOptions options) => new(
        tree.Name, tree.Kind, TreePaths.Of(tree, options),
        string.IsNullOrWhiteSpace(tree.Url) ? null : tree.Url,
        string.IsNullOrWhiteSpace(tree.Branch) ? null : tree.Branch,
        IsSample: false);
}
