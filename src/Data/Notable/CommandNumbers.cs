using System.Globalization;

namespace KernelTracker.Data.Notable;

/// <summary>
/// Tells the commands of calls such as prctl() and fcntl() from what else a header defines beside them by the same
/// prefix. Commands are numbered one after the other, each number once; arguments begin anew, flags are bits, limits are
/// sizes.
/// </summary>
internal static class CommandNumbers
{
    /// <summary>Numbers left out between one command and the next.</summary>
    private const int Gap = 8;

    /// <summary>Numbers from here on are no counts but marks of their own: PR_SET_PTRACER is 0x59616d61.</summary>
    private const long Mark = 0x10000;

    private static readonly string[] Limits = ["_MIN", "_MAX", "_LEN", "_SIZE", "_MASK", "_SHIFT", "_BITS", "_BASE"];

    /// <summary>Those of some constants that are arguments.</summary>
    /// <param name="facts">What came or went, of families of commands.</param>
    /// <param name="siblings">The constants that headers have before and after that, by header.</param>
    public static HashSet<NameFact> Arguments(IReadOnlyList<NameFact> facts, ILookup<string, (string Name, string Value)> siblings)
    {
        // Architectures number some commands otherwise: what one of them numbers as a command is one.
        var found = facts.Where(f => f.Stands.Count == 0).ToHashSet();
        foreach (var header in facts.SelectMany(f => f.Stands, (f, s) => (Fact: f, s.Path, s.Text)).GroupBy(s => s.Path))
        {
            var here = siblings[header.Key].ToList();
            var names = header.Select(s => (s.Fact, Number: Number(s.Text), IsArgument: IsArgument(s.Fact.Name, s.Text, here), IsSize: IsSize(s.Fact.Name, s.Text))).ToList();
            // F_GETOWN_EX, 16, comes with F_SETOWN_EX, 15: that F_INPROGRESS, a flag, is 16 as well says nothing.
            var commands = names.Where(n => !n.IsArgument && n.Number is not null).Select(n => (n.Fact.Change, n.Number!.Value)).ToHashSet();
            found.UnionWith(names.Where(n => !n.IsArgument || (!n.IsSize && n.Number is { } number && commands.Contains((n.Fact.Change, number - 1)))).Select(n => n.Fact));
        }
        return [.. facts.Where(f => !found.Contains(f))];
    }

    /// <summary>Whether a constant is an argument by what its header has beside it.</summary>
    public static bool IsArgument(string name, string value, IReadOnlyList<(string Name, string Value)> siblings)
    {
        if (IsSize(name, value))
            return true;
        var numbers = siblings.Select(s => (s.Name, Number: Number(s.Value))).Where(s => s.Number is not null).ToList();
        // Of a header without others there is nothing to judge by; "F_LINUX_SPECIFIC_BASE + 7" is as good as the name of another command.
        if (Number(value) is not { } number || numbers.Count < 2 || number >= Mark)
            return false;
        var prefix = name[..(name.IndexOf('_', StringComparison.Ordinal) + 1)];
        return numbers.Exists(s => s.Number == number && s.Name.StartsWith(prefix, StringComparison.Ordinal))
            || !numbers.Exists(s => s.Number < number && s.Number >= number - Gap);
    }

    /// <summary>Flags and limits, whatever their numbers: "1 &lt;&lt; 3", "536U", what is enumerated without a number.</summary>
    private static bool IsSize(string name, string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAny("*|~") || value.Contains("<<", StringComparison.Ordinal) || IsLimit(name))
            return true;
        var text = value.AsSpan().TrimStart("( ");
        return Number(value) is null && !text.IsEmpty && char.IsAsciiDigit(text[0]);
    }

    private static bool IsLimit(string name) =>
        Array.Exists(Limits, l => name.EndsWith(l, StringComparison.Ordinal)) || name.Contains("_MAX_", StringComparison.Ordinal) || name.Contains("_MIN_", StringComparison.Ordinal);

    private static long? Number(string value)
    {
        var text = value.AsSpan().Trim("() \t");
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }
}
