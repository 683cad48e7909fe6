namespace KernelTracker.Data.Storage;

/// <summary>
/// Other spellings of part numbers, so that "LAN9420", "LAN 9420" and "lan-9420" find each other: neighbouring words of
/// which one has a digit, joined; and the ends of words such as "9420" of "LAN9420" and "8188eu" of "RTL8188EU".
/// </summary>
public static class PartForms
{
    private const int MinEnd = 3;

    /// <summary>The other spellings of the part numbers in a text, separated by spaces; empty when there are none.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            string? last = null;
            foreach (var token in SearchTokens.Of(line))
            {
                if (last is not null && (HasDigit(last) || HasDigit(token.Text)))
                    forms.Add(last + token.Text);
                if (HasDigit(token.Text))
                    AddEnds(forms, token.Text);
                last = token.Text;
            }
        }
        return string.Join(' ', forms);
    }

    private static bool HasDigit(string word) => word.Any(char.IsAsciiDigit);

    /// <summary>What follows where letters turn into digits or digits into letters; what comes before is found as a prefix.</summary>
    private static void AddEnds(HashSet<string> forms, string word)
    {
        for (var i = 1; i <= word.Length - MinEnd; i++)
        {
            if (char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1]))
                forms.Add(word[i..]);
        }
    }
}
