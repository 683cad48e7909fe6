using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace KernelTracker.Data.Reports;

/// <summary>
/// A table as comma-separated values (RFC 4180): a header, then a line for each row, ended by CR LF. A cell that a
/// spreadsheet would take for a formula (it begins with =, +, - or @) begins with an apostrophe instead, and what cannot
/// be seen is replaced.
/// </summary>
/// <param name="columns">Names and cells; a cell that is null is empty.</param>
public sealed class CsvTable<T>(params (string Name, Func<T, string?> Cell)[] columns)
{
    private const int RowsAtOnce = 200;

    /// <summary>The table as text.</summary>
    public string ToText(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = Writer(text))
        {
            Header(csv);
            foreach (var row in rows)
                Row(csv, row);
        }
        return text.ToString();
    }

    /// <summary>Writes the table as its rows come, however many they are.</summary>
    /// <param name="text">Where to; left open.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async Task WriteAsync(TextWriter text, IAsyncEnumerable<T> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rows);
        // The writer of CSV writes at once; what it writes to must not wait, as a connection would.
        using var some = new StringWriter(CultureInfo.InvariantCulture);
        await using var csv = Writer(some);
        Header(csv);
        var written = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            Row(csv, row);
            if (++written % RowsAtOnce == 0)
                await PassOnAsync(csv, some, text, cancellation);
        }
        await PassOnAsync(csv, some, text, cancellation);
    }

    private static async Task PassOnAsync(CsvWriter csv, StringWriter some, TextWriter text, CancellationToken cancellation)
    {
        await csv.FlushAsync();
        await text.WriteAsync(some.GetStringBuilder(), cancellation);
        some.GetStringBuilder().Clear();
    }

    private static CsvWriter Writer(TextWriter text) =>
        new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }, leaveOpen: true);

    private void Header(CsvWriter csv)
    {
        foreach (var (name, _) in columns)
            csv.WriteField(name);
        csv.NextRecord();
    }

    private void Row(CsvWriter csv, T row)
    {
        foreach (var (_, cell) in columns)
            csv.WriteField(ReportText.Printable(cell(row) ?? ""));
        csv.NextRecord();
    }
}

/// <summary>How figures and times are written in the cells of a table.</summary>
public static class CsvCell
{
    /// <summary>A figure; empty while it is not known.</summary>
    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A moment in its own offset, as in the API.</summary>
    public static string? Of(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Yes or no.</summary>
    public static string Of(bool value) => value ? "true" : "false";
}
