using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Reads the compatibles that a device-tree binding describes.</summary>
internal static class BindingFile
{
    private const int MaxLine = 4096;
    private const int MaxName = 100;

    /// <summary>A binding in prose: quoted "vendor,part" in the paragraph of a "compatible" property.</summary>
    public static SourceFacts ReadText(string text)
    {
        var names = new List<string>();
        string? title = null;
        var isList = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (line.Length > MaxLine)
                continue;
            var start = line.TrimStart().TrimStart("-* \t");
            title ??= Title(start);
            if (start.StartsWith("compatible") && start["compatible".Length..].TrimStart() is [':' or '=' or '-', ..] or [])
                isList = true;
            else if (start.IsEmpty || IsProperty(line, start))
                isList = false;
            if (isList)
                Quoted(line, names);
        }
        return Facts(names, title);
    }

    /// <summary>A binding as a schema: the constants, enumerations and items under "compatible".</summary>
    public static SourceFacts ReadYaml(string text)
    {
        var names = new List<string>();
        string? title = null;
        var indent = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            var trimmed = line.TrimStart();
            if (line.Length > MaxLine || trimmed.IsEmpty || trimmed[0] == '#')
                continue;
            var depth = line.Length - trimmed.Length;
            if (depth == 0 && trimmed.StartsWith("title:"))
                title = trimmed["title:".Length..].Trim().Trim('"').ToString();
            if (indent >= 0 && depth <= indent)
                indent = -1;
            if (trimmed.StartsWith("compatible:"))
                indent = depth;
            if (indent < 0)
                continue;
            if (trimmed.StartsWith("compatible:"))
                trimmed = trimmed["compatible:".Length..].Trim();
            trimmed = trimmed.TrimStart("- ");
            if (trimmed.StartsWith("const:"))
                trimmed = trimmed["const:".Length..].Trim();
            else if (trimmed.StartsWith("enum:"))
                trimmed = trimmed["enum:".Length..].Trim();
            foreach (var part in trimmed.Trim("[] ").Split(", "))
                Add(Value(trimmed.Trim("[] ")[part]), names);
        }
        return Facts(names, title);
    }

    private static SourceFacts Facts(List<string> names, string? title) => SourceFacts.None with
    {
        Ids = [.. names.Distinct(StringComparer.Ordinal).Select(n => new DeviceIdFact(new DeviceMatch(DeviceBus.DeviceTree) { Name = n }, null, null, ""))],
        Title = title,
    };

    private static string? Title(ReadOnlySpan<char> start)
    {
        var title = start.Trim("*=# \t");
        return title.Length is > 5 and < 200 ? title.ToString() : null;
    }

    /// <summary>"- reg : …": another property ends the list.</summary>
    private static bool IsProperty(ReadOnlySpan<char> line, ReadOnlySpan<char> start)
    {
        if (!line.TrimStart().StartsWith("-"))
            return false;
        var colon = start.IndexOf(':');
        return colon > 0 && !start[..colon].ContainsAny("\" \t".AsSpan()) || colon > 0 && !start[..colon].Trim().ContainsAny("\" \t,".AsSpan());
    }

    private static void Quoted(ReadOnlySpan<char> line, List<string> names)
    {
        while (line.IndexOf('"') is var open and >= 0)
        {
            line = line[(open + 1)..];
            var close = line.IndexOf('"');
            if (close < 0)
                return;
            Add(line[..close], names);
            line = line[(close + 1)..];
        }
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text)
    {
        var comment = text.IndexOf(" #");
        return (comment < 0 ? text : text[..comment]).Trim().Trim("\"'");
    }

    /// <summary>Takes "vendor,part"; placeholders such as "fsl,&lt;chip&gt;-ddr" are none.</summary>
    private static void Add(ReadOnlySpan<char> name, List<string> names)
    {
        var comma = name.IndexOf(',');
        if (comma <= 0 || comma == name.Length - 1 || name.Length > MaxName || name[(comma + 1)..].Contains(','))
            return;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (',' or '-' or '.' or '_' or '+' or '#'))
                return;
        }
        names.Add(name.ToString());
    }
}
