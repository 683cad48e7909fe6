using System.Globalization;
using System.Text;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Components;

/// <summary>
/// Text from commits, made fit for a page: what a reader could not see, or what would change how the rest is read
/// (terminal escapes, direction overrides), is written out. Encoding as HTML is the renderer's.
/// </summary>
public static class Plain
{
    /// <summary>Characters of a subject shown in a list; the changeset's page has it whole.</summary>
    private const int InList = 200;

    /// <summary>The text with control characters as their symbols (␛) and direction controls as ⟨U+202E⟩; line ends and tabs stay.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsOdd))
            return text;
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (!IsOdd(c))
                plain.Append(c);
            else if (c < ' ')
                plain.Append((char)('\u2400' + c));
            else
                plain.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩");
        }
        return plain.ToString();
    }

    /// <summary>A subject in a list: one line, cut with an ellipsis when very long; "(no subject)" for none.</summary>
    public static string Subject(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (string.IsNullOrWhiteSpace(subject))
            return "(no subject)";
        var end = subject.Length > InList ? InList - (char.IsHighSurrogate(subject[InList - 1]) ? 1 : 0) : subject.Length;
        return Text(subject[..end]) + (end < subject.Length ? "…" : "");
    }

    /// <summary>Whether <see cref="Subject"/> leaves something out.</summary>
    public static bool IsCut(string subject) => subject?.Length > InList;

    /// <summary>A person's name; "(no name)" for none.</summary>
    public static string Name(string name) => string.IsNullOrWhiteSpace(name) ? "(no name)" : Text(name);

    private static bool IsOdd(char c) => Invisible.Is(c) && c is not ('\n' or '\t');
}
