using System.Text;

namespace KernelTracker.Ingest.Kernel;

/// <summary>The lines of a Kconfig file: continued ones joined, help texts taken whole.</summary>
internal struct KconfigLines(string text)
{
    /// <summary>Columns from one tab stop to the next, as the kernel's own parser counts them.</summary>
    private const int TabStop = 8;

    private readonly StringBuilder _help = new();
    private int _next;

    /// <summary>Number of the line read last, from 1; of a continued line that of its first part.</summary>
    public int Number { get; private set; }

    private int _lines;

    /// <summary>The next line, joined with those that a backslash at its end continues it by.</summary>
    /// <returns>False at the end.</returns>
    public bool Read(out ReadOnlySpan<char> line)
    {
        line = default;
        if (_next >= text.Length)
            return false;
        Number = _lines + 1;
        line = Take().Trim();
        if (!line.EndsWith('\\'))
            return true;
        var joined = new StringBuilder();
        while (line.EndsWith('\\') && _next < text.Length)
        {
            joined.Append(line[..^1]).Append(' ');
            line = Take().Trim();
        }
        line = joined.Append(line.TrimEnd('\\')).ToString().AsSpan().Trim();
        return true;
    }

    /// <summary>The help text that starts here: it ends before the first line that is indented less than its first.</summary>
    public string ReadHelp()
    {
        var help = _help.Clear();
        var indent = -1;
        var blank = 0;
        while (_next < text.Length)
        {
            var (before, linesBefore) = (_next, _lines);
            var line = Take().TrimEnd();
            if (line.IsEmpty)
            {
                blank++;
                continue;
            }
            var column = Indent(line, out var start);
            if (indent < 0)
                indent = column;
            if (column == 0 || column < indent)
            {
                (_next, _lines) = (before, linesBefore);
                break;
            }
            if (help.Length > 0)
                help.Append('\n', blank + 1);
            blank = 0;
            help.Append(' ', column - indent).Append(line[start..]);
        }
        return help.ToString();
    }

    private ReadOnlySpan<char> Take()
    {
        var rest = text.AsSpan(_next);
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        _next += end < 0 ? rest.Length : end + 1;
        _lines++;
        return line;
    }

    private static int Indent(ReadOnlySpan<char> line, out int start)
    {
        var column = 0;
        for (start = 0; start < line.Length && char.IsWhiteSpace(line[start]); start++)
            column = line[start] == '\t' ? (column / TabStop + 1) * TabStop : column + 1;
        return column;
    }
}
