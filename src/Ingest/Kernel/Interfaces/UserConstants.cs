using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>The families of constants by which user space asks the kernel for something, by the headers that hold them.</summary>
internal static class UserConstants
{
    private static readonly Dictionary<string, List<(InterfaceKind Kind, string Prefix)>> ByHeader = Load();

    /// <summary>The families of a header of user space; none for any other file.</summary>
    public static IReadOnlyList<(InterfaceKind Kind, string Prefix)> Of(string path) =>
        IsPlace(path) && ByHeader.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var families) ? families : [];

    /// <summary>What a constant is; null when it belongs to none of the families.</summary>
    public static InterfaceKind? KindOf(IReadOnlyList<(InterfaceKind Kind, string Prefix)> families, string name)
    {
        // The longest prefix says most: "SIOC" is a request, "SO_" is not.
        InterfaceKind? kind = null;
        var length = 0;
        foreach (var family in families)
        {
            if (family.Prefix.Length > length && name.StartsWith(family.Prefix, StringComparison.Ordinal))
                (kind, length) = (family.Kind, family.Prefix.Length);
        }
        return kind is not null && IsLimit(name) ? null : kind;
    }

    /// <summary>Limits and placeholders of enumerations are no constants that anyone uses for what they say.</summary>
    private static bool IsLimit(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("_MAX", StringComparison.Ordinal) || name.EndsWith("_UNSPEC", StringComparison.Ordinal)
        || name.EndsWith("_LAST", StringComparison.Ordinal) || name.EndsWith("_H", StringComparison.Ordinal);

    /// <summary>Headers that user space gets: those of include/linux and of the architectures, since 3.7 below uapi.</summary>
    private static bool IsPlace(string path)
    {
        if (path.StartsWith("include/uapi/", StringComparison.Ordinal) || path.StartsWith("include/asm-", StringComparison.Ordinal))
            return true;
        if (path.StartsWith("include/linux/", StringComparison.Ordinal))
            return path.AsSpan("include/linux/".Length).Count('/') <= 1;
        return path.StartsWith("include/net/bluetooth/", StringComparison.Ordinal)
            || (path.StartsWith("arch/", StringComparison.Ordinal) && (path.Contains("/include/asm/", StringComparison.Ordinal) || path.Contains("/include/uapi/asm/", StringComparison.Ordinal)));
    }

    private static Dictionary<string, List<(InterfaceKind, string)>> Load()
    {
        var result = new Dictionary<string, List<(InterfaceKind, string)>>(StringComparer.Ordinal);
        foreach (var line in RuleText.Load("Kernel.Interfaces.Rules", "user-constants.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var words = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = words[0] switch
            {
                "ioctl" => InterfaceKind.Ioctl,
                "netlink" => InterfaceKind.NetlinkAttribute,
                "constant" => InterfaceKind.Constant,
                _ => throw new InvalidDataException($"user-constants.txt: unknown kind {words[0]}."),
            };
            foreach (var header in words.Skip(1))
            {
                if (!result.TryGetValue(header, out var families))
                    result.Add(header, families = []);
                families.AddRange(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (kind, p)));
            }
        }
        return result;
    }
}
