using System.Text;

namespace KernelTracker.Data.Storage;

/// <summary>
/// Other spellings of part numbers, so that "LAN9420", "LAN 9420" and "lan-9420" find each other: neighbouring words of
/// which one has a digit, joined; and runs of letters and of three or more digits within a word, apart.
/// </summary>
public static class PartForms
{
    private const int MinDigits = 3;

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
                    AddRuns(forms, token.Text);
                last = token.Text;
            }
        }
        return string.Join(' ', forms);
    }

    private static bool HasDigit(string word) => word.Any(char.IsAsciiDigit);

    private static void AddRuns(HashSet<string> forms, string word)
    {
        var run = new StringBuilder();
        foreach (var c in word + '\0')
        {
            if (run.Length > 0 && (c == '\0' || char.IsAsciiDigit(c) != char.IsAsciiDigit(run[^1])))
            {
                if (run.Length < word.Length && (char.IsAsciiDigit(run[0]) ? run.Length >= MinDigits : run.Length > 1))
                    forms.Add(run.ToString());
                run.Clear();
            }
            run.Append(c);
        }
    }
}
