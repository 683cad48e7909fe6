using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>How long a series is kept up, by the reviewed list Rules/series.txt.</summary>
/// <param name="Support">Stable or longterm.</param>
/// <param name="EndOfLife">The last day, as far as it was published; null when it was not.</param>
internal sealed record SeriesTerm(SeriesSupport Support, DateOnly? EndOfLife);

/// <summary>The reviewed list of longterm series.</summary>
internal static class SeriesList
{
    private static readonly SeriesTerm Unlisted = new(SeriesSupport.Stable, null);

    private static readonly IReadOnlyDictionary<string, SeriesTerm> Listed = Read(RuleText.Load("Kernel.Rules", FileName));

    /// <summary>Name of the list among the rule files.</summary>
    public const string FileName = "series.txt";

    /// <summary>What the list says of a series.</summary>
    /// <param name="name">"3.16", "2.6.32".</param>
    public static SeriesTerm Of(string name) => Listed.GetValueOrDefault(name, Unlisted);

    /// <summary>Reads the lines of a list.</summary>
    /// <exception cref="FormatException">A line is not of the form SERIES longterm|stable END.</exception>
    internal static IReadOnlyDictionary<string, SeriesTerm> Read(IEnumerable<string> lines) =>
        lines.Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var name, var support, var end]
                ? (name, new SeriesTerm(Support(support), EndOf(end)))
                : throw new FormatException($"'{line}' is not of the form SERIES longterm|stable END."))
            .ToDictionary(l => l.name, l => l.Item2);

    private static SeriesSupport Support(string word) => word switch
    {
        "longterm" => SeriesSupport.Longterm,
        "stable" => SeriesSupport.Stable,
        _ => throw new FormatException($"'{word}' is neither longterm nor stable."),
    };

    private static DateOnly? EndOf(string text)
    {
        if (text == "-")
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);
    }
}
