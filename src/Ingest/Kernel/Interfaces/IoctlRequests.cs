namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Tells which names of one file are requests that user space makes of ioctl.</summary>
internal sealed class IoctlRequests
{
    private const string Narrow = "32";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hidden = new(StringComparer.Ordinal);

    /// <summary>Goes through the macros of a file.</summary>
    /// <param name="macros">Those without parameters, with their values.</param>
    public IoctlRequests(IEnumerable<(string Name, string Value)> macros)
    {
        foreach (var (name, value) in macros)
        {
            if (!IoctlNumbers.Is(value))
                continue;
            _names.Add(name);
            if (IsHidden(name))
                _hidden.TryAdd(name, value);
        }
    }

    /// <summary>
    /// The request of a name; null when it is none of user space. A name that only stands for a hidden one is a request as
    /// before: its number is the same.
    /// </summary>
    public string? Of(string name, string value)
    {
        if (IsHidden(name))
            return null;
        if (IoctlNumbers.Is(value))
            return IsTranslation(name, value) ? null : value;
        return _hidden.GetValueOrDefault(value);
    }

    /// <summary>Names with underscores before them are the header's own, those of what is deprecated are kept for old sources.</summary>
    private static bool IsHidden(string name) => name.StartsWith("__", StringComparison.Ordinal) || name.Contains("DEPRECATED", StringComparison.Ordinal);

    /// <summary>The form of a request that 32-bit programs send to a 64-bit kernel without knowing: "NAME32" beside "NAME", or with a structure for that.</summary>
    private bool IsTranslation(string name, string value) =>
        value.Contains(" compat_", StringComparison.Ordinal)
        || (name.EndsWith(Narrow, StringComparison.Ordinal)
            && (_names.Contains(name[..^Narrow.Length].TrimEnd('_')) || value.TrimEnd(' ', ')').EndsWith(Narrow, StringComparison.Ordinal)));
}
