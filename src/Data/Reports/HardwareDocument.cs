using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A heading with its additions.</summary>
/// <param name="Category">The heading.</param>
/// <param name="Slug">The heading in a URL.</param>
/// <param name="Items">Its additions by name.</param>
/// <param name="Newest">Keys of those that came in on the last day that brought any.</param>
public sealed record HardwareGroupDocument(string Category, string Slug, IReadOnlyList<HardwareItemDocument> Items, IReadOnlyList<string> Newest);

/// <summary>The hardware that a release, or any stretch of it, newly supports.</summary>
/// <param name="Version">The release.</param>
/// <param name="Read">Its hardware has been read; false: the list says nothing yet.</param>
/// <param name="Additions">How many additions there are; null when not read.</param>
/// <param name="Categories">Headings with additions, in the order pages list them.</param>
/// <param name="Withdrawn">What came and went again.</param>
public sealed record HardwareDocument(
    string Version, bool Read, int? Additions, IReadOnlyList<HardwareGroupDocument> Categories, IReadOnlyList<HardwareItemDocument> Withdrawn)
{
    /// <summary>The document of a list.</summary>
    public static HardwareDocument Of(HardwareReleaseList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new HardwareDocument(
            list.Range.Version,
            list.IsRead,
            list.IsRead ? list.Count : null,
            [.. list.Groups.Select(g => new HardwareGroupDocument(
                g.Category.Title(), g.Category.Slug(),
                [.. g.Entries.Select(e => HardwareItemDocument.Of(e.Item))],
                [.. g.Entries.Where(e => e.IsNewest).Select(e => e.Item.Key)]))],
            [.. list.Withdrawn.Select(HardwareItemDocument.Of)]);
    }
}
