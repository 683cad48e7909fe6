using System.Globalization;
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

    /// <summary>Names come from commits: control characters must not reach a terminal.</summary>
    public static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '\ufffd' : c));

    /// <summary>A name that no Markdown is in force in.</summary>
    public static string Markdown(string name) =>
        string.Concat(Printable(name).Select(c => @"\`*_{}[]<>()#+-.!|&".Contains(c, StringComparison.Ordinal) ? $@"\{c}" : c.ToString()));

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
}
