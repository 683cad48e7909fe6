namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// The parts of a file that user space does not get: those under "#ifdef __KERNEL__" (until headers were split in 3.7), and
/// the translations for 32-bit programs under "#ifdef CONFIG_COMPAT".
/// </summary>
/// <param name="text">The file, as written.</param>
internal sealed class KernelOnly(string text)
{
    private static readonly string[] Guards = ["__KERNEL__", "CONFIG_COMPAT"];

    private readonly List<TextSpan> _parts = Read(text);

    /// <summary>Whether a place of the text is in such a part.</summary>
    public bool Has(int at)
    {
        int low = 0, high = _parts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].End <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _parts.Count && _parts[low].Start <= at;
    }

    private static List<TextSpan> Read(string text)
    {
        var parts = new List<TextSpan>();
        if (!Array.Exists(Guards, g => text.Contains(g, StringComparison.Ordinal)))
            return parts;
        var (depth, start, opened) = (0, -1, 0);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(at, end - at).TrimStart(" \t");
            if (line.StartsWith("#"))
            {
                line = line[1..].TrimStart(" \t");
                if (line.StartsWith("if"))
                {
                    depth++;
                    if (start < 0 && IsKernel(line))
                        (start, opened) = (end, depth);
                }
                else if (line.StartsWith("endif") || (line.StartsWith("el") && depth == opened))
                {
                    if (start >= 0 && depth == opened)
                    {
                        parts.Add(new TextSpan(start, at));
                        start = -1;
                    }
                    depth -= line.StartsWith("endif") ? 1 : 0;
                }
            }
            at = end + 1;
        }
        if (start >= 0)
            parts.Add(new TextSpan(start, text.Length));
        return parts;
    }

    /// <summary>"#ifdef __KERNEL__" and "#if defined(__KERNEL__)", neither turned around nor one of several.</summary>
    private static bool IsKernel(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("ifndef") || line.Contains('!') || line.Contains("||", StringComparison.Ordinal))
            return false;
        foreach (var guard in Guards)
        {
            if (line.Contains(guard, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
