using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>A family of constants.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Prefix">How their names begin.</param>
/// <param name="IsCopied">The C library has a copy of them: they are for users even where the kernel's header hides them.</param>
internal sealed record ConstantFamily(InterfaceKind Kind, string Prefix, bool IsCopied);

/// <summary>The families of constants by which user space asks the kernel for something, by the headers that hold them.</summary>
internal static class UserConstants
{
    /// <summary>The plain numbers of requests have the letter of their kind above a byte; smaller ones are their arguments.</summary>
    private const int LeastRequest = 0x100;

    private static readonly Dictionary<string, List<ConstantFamily>> ByHeader = Load();

    /// <summary>The families of a header of user space; none for any other file.</summary>
    public static IReadOnlyList<ConstantFamily> Of(string path) =>
        IsPlace(path) && ByHeader.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var families) ? families : [];

    /// <summary>Whether requests that are defined in a file may be for user space: the media headers (until those were split in 3.7) are not.</summary>
    public static bool HasRequests(string path) => !path.StartsWith("include/media/", StringComparison.Ordinal);

    /// <summary>What a macro is; null when it belongs to none of the families.</summary>
    /// <param name="families">The families of its header.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isKernels">The header keeps it from user space.</param>
    public static InterfaceKind? KindOf(IReadOnlyList<ConstantFamily> families, string name, string value, bool isKernels) => Of(families, name, isKernels) switch
    {
        InterfaceKind.Ioctl when Number(value) is < LeastRequest => null,
        // Attributes are enumerated; what is defined beside them are the flags in one.
        InterfaceKind.NetlinkAttribute when name.Contains("_F_", StringComparison.Ordinal) => InterfaceKind.Constant,
        var kind => kind,
    };

    /// <summary>What a name of an enumeration is; null when it belongs to none of the families.</summary>
    public static InterfaceKind? KindOf(IReadOnlyList<ConstantFamily> families, string name, bool isKernels) => Of(families, name, isKernels);

    private static InterfaceKind? Of(IReadOnlyList<ConstantFamily> families, string name, bool isKernels)
    {
        // The longest prefix says most: "SIOC" is a request, "SO_" is not.
        ConstantFamily? found = null;
        foreach (var family in families)
        {
            if (family.Prefix.Length > (found?.Prefix.Length ?? 0) && name.StartsWith(family.Prefix, StringComparison.Ordinal))
                found = family;
        }
        return found is null || (isKernels && !found.IsCopied) || IsLimit(name) ? null : found.Kind;
    }

    /// <summary>The value of a plain number; null for any other text.</summary>
    private static long? Number(ReadOnlySpan<char> value)
    {
        value = value.Trim("() \t");
        return value.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(value[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null
            : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
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

    private static Dictionary<string, List<ConstantFamily>> Load()
    {
        var result = new Dictionary<string, List<ConstantFamily>>(StringComparer.Ordinal);
        foreach (var line in RuleText.Load("Kernel.Interfaces.Rules", "user-constants.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var words = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = words[0] switch
            {
                "ioctl" => InterfaceKind.Ioctl,
                "netlink" => InterfaceKind.NetlinkAttribute,
                "constant" or "copied" => InterfaceKind.Constant,
                _ => throw new InvalidDataException($"user-constants.txt: unknown kind {words[0]}."),
            };
            foreach (var header in words.Skip(1))
            {
                if (!result.TryGetValue(header, out var families))
                    result.Add(header, families = []);
                families.AddRange(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new ConstantFamily(kind, p, words[0] is "copied")));
            }
        }
        return result;
    }
}
