namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads a quilt series: the patches of a queue in their order, one a line (quilt(1), "series file format").</summary>
internal static class SeriesFile
{
    /// <summary>File names of the patches, without comments and without what follows a name ("-p1", "-R").</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        var names = new List<string>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (line.IsEmpty || line[0] == '#')
                continue;
            var end = line.IndexOfAny(" \t");
            names.Add((end < 0 ? line : line[..end]).ToString());
        }
        return names;
    }
}
