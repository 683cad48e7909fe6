using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// The macros that one source of a tree has from its headers: those beside it and what they include from there, then the
/// lists of numbers that everything includes somehow, then the headers it names.
/// </summary>
internal sealed class TreeHeaders(TreeText texts, HeaderCache cache, ObjectId tree, string path) : IHeaderMacros
{
    // Sources with id tables include a handful of headers of their own; the limit is for hostile ones.
    private const int MaxHeaders = 96;

    private static readonly string[] Common =
    [
        "include/linux/pci_ids.h", "include/linux/ssb/ssb.h", "include/linux/bcma/bcma.h", "include/linux/mmc/sdio_ids.h",
        "include/pcmcia/ciscode.h", "include/linux/virtio_ids.h", "include/uapi/linux/virtio_ids.h",
    ];

    private readonly Dictionary<string, Macro?> _known = [];
    private readonly List<Header> _headers = [];
    private IEnumerator<Header>? _more;

    /// <inheritdoc />
    public Macro? Find(string name, IReadOnlyList<Include> includes)
    {
        if (_known.TryGetValue(name, out var macro))
            return macro;
        for (var i = 0; macro is null && HeaderAt(i, includes) is { } header; i++)
            header.Macros.TryGetValue(name, out macro);
        _known.Add(name, macro);
        return macro;
    }

    /// <summary>The headers one by one: most macros are in the first ones, and the others need not be opened then.</summary>
    private Header? HeaderAt(int index, IReadOnlyList<Include> includes)
    {
        if (index < _headers.Count)
            return _headers[index];
        _more ??= Headers(includes).GetEnumerator();
        if (!_more.MoveNext())
            return null;
        _headers.Add(_more.Current);
        return _more.Current;
    }

    private IEnumerable<Header> Headers(IReadOnlyList<Include> includes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<(string Folder, Include Include)>();
        foreach (var include in includes.Where(i => i.IsLocal))
            queue.Enqueue((Folder(path), include));
        while (queue.Count > 0 && seen.Count < MaxHeaders)
        {
            var (folder, include) = queue.Dequeue();
            // Some drivers name their headers from the driver's folder everywhere.
            if (Place(folder, include, seen) is not { } found)
                continue;
            yield return found.Header;
            foreach (var next in found.Header.Includes.Where(i => i.IsLocal))
                queue.Enqueue((Folder(found.Place), next));
        }
        var named = includes.Where(i => !i.IsLocal && !i.Path.StartsWith("asm", StringComparison.Ordinal)).Select(i => $"include/{i.Path}");
        foreach (var place in Common.Concat(named).Where(seen.Add).Take(MaxHeaders))
        {
            if (Open(place) is { } header)
                yield return header;
        }
    }

    private (string Place, Header Header)? Place(string folder, Include include, HashSet<string> seen)
    {
        foreach (var from in new[] { folder, Folder(path) }.Distinct())
        {
            if (Resolve(from, include.Path) is { } place && seen.Add(place) && Open(place) is { } header)
                return (place, header);
        }
        return null;
    }

    private Header? Open(string place) => texts.Find(tree, place) is { } blob ? cache.Get(blob, texts) : null;

    private static string Folder(string file) => file.LastIndexOf('/') is var slash and >= 0 ? file[..slash] : "";

    /// <summary>The path of "../foo.h" in a folder; null when it leads out of the tree.</summary>
    private static string? Resolve(string folder, string include)
    {
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in include.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        }
        return string.Join('/', parts);
    }
}
