using System.Text;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Texts of several lines made to one.</summary>
internal static class OneLine
{
    /// <summary>More is cut before it is looked at: what is kept is shorter.</summary>
    private const int MaxLooked = 2000;

    /// <summary>The text with every run of blanks, line ends and control characters as one space, without those at its ends.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLooked)
            text = text[..MaxLooked];
        var line = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFFFD')
            {
                blank = line.Length > 0;
                continue;
            }
            if (blank)
                line.Append(' ');
            blank = false;
            line.Append(c);
        }
        return line.ToString();
    }

    /// <summary>The first sentence of a text, on one line.</summary>
    public static string Sentence(ReadOnlySpan<char> text)
    {
        var line = Of(text);
        for (var i = line.IndexOf('.', StringComparison.Ordinal); i >= 0 && i + 1 < line.Length; i = line.IndexOf('.', i + 1))
        {
            // "e.g. this", "i.e. that" and "v1.2" go on.
            if (line[i + 1] == ' ' && !(i >= 2 && line[i - 2] is '.' or ' ' or '('))
                return line[..(i + 1)];
        }
        return line;
    }
}
