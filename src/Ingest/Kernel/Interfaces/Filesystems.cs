using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads definitions of struct file_system_type.</summary>
internal sealed class Filesystems(string text)
{
    /// <summary>A source defines a handful of filesystems; looking a name up goes through all of it.</summary>
    private const int MostLookedUp = 32;

    /// <summary>How far a definition is looked at: it has a dozen members.</summary>
    private const int MaxLength = 4096;

    private int _lookedUp;

    /// <summary>Reads what follows the word "file_system_type", when it is a definition: "struct file_system_type x = { .name = "ext2", … }".</summary>
    public void Read(CodeWord word, FactSet facts)
    {
        var at = CodeWords.SkipBlanks(text, word.End);
        if (word.InDirective || at >= text.Length || !CodeWords.IsPart(text[at]))
            return;
        while (at < text.Length && CodeWords.IsPart(text[at]))
            at++;
        var open = text.AsSpan(at, Math.Min(200, text.Length - at)).IndexOfAny('{', ';', ')');
        if (open < 0 || text[at + open] != '{' || !text.AsSpan(at, open).Contains('='))
            return;
        if (CodeCall.Parts(text, at + open, '}') is not { } members)
            return;
        foreach (var member in members)
        {
            // "name:" is how gcc wrote it before C99.
            var isName = member.StartsWith('.') ? member.AsSpan(1).TrimStart().StartsWith("name") : member.StartsWith("name", StringComparison.Ordinal);
            var sign = member.IndexOfAny(['=', ':']);
            if (!isName || sign < 0 || member.AsSpan(0, sign).TrimEnd() is not [.., 'n', 'a', 'm', 'e'])
                continue;
            var value = member[(sign + 1)..].Trim();
            if ((CodeCall.Literal(value) ?? Constant(value)) is { Length: > 0 } name)
                facts.Add(InterfaceKind.Filesystem, name);
            return;
        }
    }

    /// <summary>The text of a macro or constant of the same file; null when it is not defined here.</summary>
    private string? Constant(string name)
    {
        if (!CodeWords.IsName(name) || ++_lookedUp > MostLookedUp)
            return null;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var line = text.AsSpan(end, Math.Min(MaxLength, text.Length - end));
            line = line[..(line.IndexOf('\n') is var stop and >= 0 ? stop : line.Length)];
            var rest = line.TrimStart();
            // #define NAME "x", or char name[] = "x".
            if (rest.StartsWith("\"") || (rest.StartsWith("[") && rest.Contains('"')) || (rest.StartsWith("=") && rest[1..].TrimStart().StartsWith("\"")))
                return CodeCall.Literal(rest);
        }
        return null;
    }
}
