using System.Text;

namespace KernelTracker.Ingest.Kernel;

/// <summary>The lines of a makefile without comments, continued ones joined.</summary>
internal static class KbuildLines
{
    /// <summary>The lines that may hold an assignment: those of recipes, which begin with a tab, are left out.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var joined = new StringBuilder();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var line = text.AsSpan(start, end - start).TrimEnd();
            start = end + 1;
            var continues = line.EndsWith('\\');
            if (continues)
                line = line[..^1];
            if (line.IndexOf('#') is var comment && comment >= 0)
                line = line[..comment];
            joined.Append(line).Append(' ');
            if (continues && start < text.Length)
                continue;
            if (joined[0] != '\t')
                yield return joined.ToString().Trim();
            joined.Clear();
        }
    }
}
