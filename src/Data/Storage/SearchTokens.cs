using System.Globalization;
using System.Text;

namespace KernelTracker.Data.Storage;

/// <summary>A token of a text and where it stands in it.</summary>
/// <param name="Text">Folded: lower case, without diacritics.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
public readonly record struct SearchToken(string Text, int Start, int End);

/// <summary>
/// Splits a text as the index does (FTS5's unicode61 with remove_diacritics 2: letters, digits and private-use
/// characters make tokens, everything else separates them), to say why a commit was found.
/// </summary>
public static class SearchTokens
{
    /// <summary>The tokens of a text, in order.</summary>
    public static IEnumerable<SearchToken> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enumerate(text).Where(t => t.Text.Length > 0);
    }

    private static IEnumerable<SearchToken> Enumerate(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, i, out var found) ? found : Rune.ReplacementChar;
            if (IsPartOfToken(rune))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                yield return new SearchToken(Fold(text[start..i]), start, i);
                start = -1;
            }
            i += rune.Utf16SequenceLength;
        }
        if (start >= 0)
            yield return new SearchToken(Fold(text[start..]), start, text.Length);
    }

    private static bool IsPartOfToken(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.PrivateUse => true,
        // A combining mark continues the letter before it.
        UnicodeCategory.NonSpacingMark => true,
        _ => false,
    };

    private static string Fold(string token)
    {
        if (Ascii.IsValid(token))
            return token.ToLowerInvariant();
        var decomposed = token.Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(rune));
        }
        return folded.ToString();
    }
}
