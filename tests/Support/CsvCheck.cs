namespace KernelTracker.Tests.Support;

/// <summary>Reads comma-separated values as RFC 4180 says, and takes nothing else.</summary>
public static class CsvCheck
{
    /// <summary>The rows, the header first. Throws where the text is not RFC 4180, or a row has not the header's number of fields.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<IReadOnlyList<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var row = new List<string>();
            while (true)
            {
                row.Add(Field(text, ref at));
                if (at < text.Length && text[at] == ',')
                {
                    at++;
                    continue;
                }
                if (at + 1 >= text.Length || text[at] != '\r' || text[at + 1] != '\n')
                    throw new FormatException($"Row {rows.Count + 1} does not end with CR LF.");
                at += 2;
                break;
            }
            if (rows.Count > 0 && row.Count != rows[0].Count)
                throw new FormatException($"Row {rows.Count + 1} has {row.Count} fields, the header {rows[0].Count}.");
            rows.Add(row);
        }
        if (rows.Count == 0)
            throw new FormatException("There is no header.");
        if (rows[0].Any(string.IsNullOrEmpty) || rows[0].Distinct().Count() != rows[0].Count)
            throw new FormatException("A column has no name, or two have the same.");
        return rows;
    }

    private static string Field(string text, ref int at)
    {
        var start = at;
        if (at >= text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
            {
                if (text[at] == '"')
                    throw new FormatException($"A quote at {at} within a field that is not quoted.");
                at++;
            }
            return text[start..at];
        }
        var field = new System.Text.StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[at++]);
            else
            {
                at++;
                return field.ToString();
            }
        }
        throw new FormatException($"The field at {start} has no end.");
    }
}
