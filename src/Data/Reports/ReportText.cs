using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KernelTracker.Data.Reports;

/// <summary>What the writers of reports share.</summary>
internal static class ReportText
{
    private const int Columns = 80;

    /// <summary>How the API and the command line write JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // The text goes to a terminal or a file, never into markup; names stay readable.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A number with thousands apart.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A day as in a sentence: "8 October 2014".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Names come from commits: control characters must not reach a terminal, nor half characters a file.</summary>
    public static string Printable(string name) => name.Any(c => Invisible.Is(c) || char.IsSurrogate(c))
        ? string.Concat(name.EnumerateRunes().Select(r => r.IsBmp && Invisible.Is((char)r.Value) ? "\ufffd" : r.ToString()))
        : name;

    /// <summary>A name in HTML, between tags or within the quotes of an attribute.</summary>
    public static string Html(string name) => WebUtility.HtmlEncode(Printable(name));

    /// <summary>A name that no Markdown is in force in: neither CommonMark's, nor that of GitHub and other dialects.</summary>
    public static string Markdown(string name) =>
        string.Concat(Printable(name).Select(c => @"\`*_{}[]<>()#+-.!|&~^=$".Contains(c, StringComparison.Ordinal) ? $@"\{c}" : c.ToString()));

    /// <summary>Appends a paragraph of HTML.</summary>
    public static void HtmlParagraph(StringBuilder html, string words) => html.AppendLine(CultureInfo.InvariantCulture, $"<p>{Html(words)}</p>");

    /// <summary>Appends a table of HTML; the first cell of a row is its heading.</summary>
    public static void HtmlTable(StringBuilder html, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Append("<table><thead><tr>").AppendJoin("", columns.Select(c => $"<th scope=\"col\">{Html(c)}</th>")).AppendLine("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Html(row[0])}</th>")
                .AppendJoin("", row.Skip(1).Select(c => $"<td>{Html(c)}</td>")).AppendLine("</tr>");
        }
        html.AppendLine("</tbody></table>");
    }

    /// <summary>Appends words, broken into lines of 80 columns at spaces.</summary>
    public static void Wrapped(StringBuilder text, string words, string indent)
    {
        var length = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > Columns)
            {
                text.AppendLine();
                length = 0;
            }
            var lead = length == 0 ? indent : " ";
            text.Append(lead).Append(word);
            length += lead.Length + word.Length;
        }
        text.AppendLine();
    }

    /// <summary>A share as a sentence tells it: in whole percent, never a false zero or hundred.</summary>
    public static string Share(int part, int whole)
    {
        var percent = 100.0 * part / whole;
        return percent < 1 ? "< 1 %"
            : (part < whole ? Math.Min(99, Math.Round(percent)) : 100).ToString(CultureInfo.InvariantCulture) + " %";
    }
}
