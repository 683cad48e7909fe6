using System.Collections.Concurrent;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What a header defines.</summary>
/// <param name="Macros">Its macros by name; of several of one name the first.</param>
/// <param name="Includes">The headers it includes.</param>
internal sealed record Header(IReadOnlyDictionary<string, Macro> Macros, IReadOnlyList<Include> Includes)
{
    /// <summary>A header that is not there.</summary>
    public static Header None { get; } = new(new Dictionary<string, Macro>(), []);
}

/// <summary>Headers by content, shared by all threads: each is read once however many trees and sources have it.</summary>
internal sealed class HeaderCache
{
    private const int MaxMacros = 60_000;

    private readonly ConcurrentDictionary<ObjectId, Header> _headers = new();
    private int _macros;

    /// <summary>The header of a content.</summary>
    public Header Get(ObjectId blob, TreeText texts)
    {
        if (_headers.TryGetValue(blob, out var header))
            return header;
        header = texts.Read(blob, out _) is { } text ? Parse(text) : Header.None;
        if (_headers.TryAdd(blob, header))
            Interlocked.Add(ref _macros, header.Macros.Count);
        return header;
    }

    /// <summary>Forgets all when there is much.</summary>
    public void Trim()
    {
        if (_macros < MaxMacros)
            return;
        _headers.Clear();
        _macros = 0;
    }

    private static Header Parse(string text)
    {
        var source = CSource.Read(text);
        var macros = new Dictionary<string, Macro>(source.Macros.Count);
        foreach (var macro in source.Macros)
            macros.TryAdd(macro.Name, macro);
        source.Release();
        return new Header(macros, source.Includes);
    }
}
