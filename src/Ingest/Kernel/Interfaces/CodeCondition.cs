using System.Buffers;
using System.Globalization;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// Tells of conditions of the preprocessor that come out the same for everyone: "#if 0", "#if 1", and comparisons of
/// LINUX_VERSION_CODE. A driver that was written for several kernels asks which one it is built for; in a kernel's own tree
/// that is one at least as new as any that the driver knows.
/// </summary>
internal static class CodeCondition
{
    private const string Code = "LINUX_VERSION_CODE";

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789, \t");

    /// <summary>Conditions of the kernel are shorter: longer ones are left open.</summary>
    private const int Longest = 300;

    /// <summary>Whether the condition behind "if" or "elif" holds; null when it depends on more.</summary>
    public static bool? Holds(ReadOnlySpan<char> condition)
    {
        condition = Bare(condition);
        if (condition.Length > Longest || condition.Contains("!(", StringComparison.Ordinal) || condition.Contains('?'))
            return null;
        var isAny = condition.Contains("||", StringComparison.Ordinal);
        if (isAny && condition.Contains("&&", StringComparison.Ordinal))
            return null;
        bool? all = !isAny;
        // One that holds settles "a || b", one that does not settles "a && b".
        while (true)
        {
            var end = condition.IndexOf(isAny ? "||" : "&&");
            var holds = Part(Bare(end < 0 ? condition : condition[..end]));
            if (holds == isAny)
                return isAny;
            if (holds is null)
                all = null;
            if (end < 0)
                return all;
            condition = condition[(end + 2)..];
        }
    }

    private static bool? Part(ReadOnlySpan<char> part)
    {
        // "#if 0 not yet" is written, too.
        if (part is "1" || (part.StartsWith("0") && (part.Length == 1 || char.IsWhiteSpace(part[1]))))
            return part is "1";
        if (!part.StartsWith(Code, StringComparison.Ordinal))
            return null;
        part = part[Code.Length..].TrimStart();
        var length = part.IndexOfAnyExcept("<>=!");
        if (length <= 0 || !IsVersion(part[length..].Trim()))
            return null;
        return part[..length] switch
        {
            ">" or ">=" or "!=" => true,
            "<" or "<=" or "==" => false,
            _ => null,
        };
    }

    /// <summary>"KERNEL_VERSION(2,6,27)", or the number that it makes.</summary>
    private static bool IsVersion(ReadOnlySpan<char> text)
    {
        const string Form = "KERNEL_VERSION";
        if (text.StartsWith(Form, StringComparison.Ordinal))
            return text[Form.Length..].TrimStart() is ['(', .. var numbers, ')'] && !numbers.ContainsAnyExcept(Numbers);
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? uint.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
            : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>A text without the blanks and brackets around all of it; a bracket without its other one is dropped, too.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        while (text.StartsWith("("))
        {
            var end = Closing(text);
            if (end >= 0 && end < text.Length - 1)
                return text;
            text = (end < 0 ? text[1..] : text[1..end]).Trim();
        }
        while (text.EndsWith(")") && text.Count('(') < text.Count(')'))
            text = text[..^1].TrimEnd();
        return text;
    }

    /// <summary>Where the bracket at the beginning closes; -1 when it does not.</summary>
    private static int Closing(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        return -1;
    }
}
