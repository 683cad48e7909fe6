namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The words of C sources and Kconfig files outside of comments.</summary>
internal static class SourceWords
{
    /// <summary>No part number or name is longer.</summary>
    private const int Longest = 24;

    /// <summary>Adds the words of a text in capitals: letters and digits, and the same with dashes taken out ("SC-6600" is SC6600 too).</summary>
    public static void Add(string text, HashSet<string> words)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[Longest];
        Span<char> joined = stackalloc char[Longest];
        var (length, whole) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\0';
            if (char.IsAsciiLetterOrDigit(c))
            {
                Append(word, ref length, char.ToUpperInvariant(c));
                Append(joined, ref whole, char.ToUpperInvariant(c));
                continue;
            }
            End(lookup, word, ref length);
            if (c == '-' && whole > 0)
                continue;
            End(lookup, joined, ref whole);
            if (c == '/' && i + 1 < text.Length && text[i + 1] == '*')
                i = text.IndexOf("*/", i + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 1 : text.Length;
        }
    }

    private static void Append(Span<char> word, ref int length, char letter)
    {
        if (length < Longest)
            word[length] = letter;
        length++;
    }

    private static void End(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, Span<char> word, ref int length)
    {
        if (length is > 2 and <= Longest)
            words.Add(word[..length]);
        length = 0;
    }
}
