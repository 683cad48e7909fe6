using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>A line of a .dyad file: where a flaw came in, and where it was fixed; null where the file has 0.</summary>
/// <param name="IntroducedVersion">The release or update that brought it, as written.</param>
/// <param name="IntroducedSha">The commit that brought it.</param>
/// <param name="FixedVersion">The release or update that fixed it, as written.</param>
/// <param name="FixedSha">The commit that fixed it.</param>
internal sealed record DyadLine(string? IntroducedVersion, ObjectId? IntroducedSha, string? FixedVersion, ObjectId? FixedSha);

/// <summary>Reads the .dyad files of the kernel's CVE team ("introduced:commit:fixed:commit", tools/dyad of its repository).</summary>
internal static class DyadFile
{
    private const string Unknown = "0";

    /// <summary>Reads a whole file; false when a line is not understood.</summary>
    public static bool TryRead(string text, out IReadOnlyList<DyadLine> lines, [NotNullWhen(false)] out string? problem)
    {
        var found = new List<DyadLine>();
        lines = found;
        problem = null;
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan(range).Trim();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (!TryReadLine(line, out var read))
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"line {number} of the .dyad file is not \"version:commit:version:commit\"");
                return false;
            }
            found.Add(read);
        }
        return true;
    }

    private static bool TryReadLine(ReadOnlySpan<char> line, [NotNullWhen(true)] out DyadLine? read)
    {
        read = null;
        Span<Range> parts = stackalloc Range[5];
        if (line.Split(parts, ':') != 4
            || !TryReadVersion(line[parts[0]], out var introduced) || !TryReadCommit(line[parts[1]], out var introducedSha)
            || !TryReadVersion(line[parts[2]], out var mended) || !TryReadCommit(line[parts[3]], out var mendedSha))
            return false;
        read = new DyadLine(introduced, introducedSha, mended, mendedSha);
        return true;
    }

    private static bool TryReadVersion(ReadOnlySpan<char> text, out string? version)
    {
        version = text is Unknown ? null : text.ToString();
        return version is null || KernelVersion.TryParse(version, out _) || StableVersion.TryParse(version, out _);
    }

    private static bool TryReadCommit(ReadOnlySpan<char> text, out ObjectId? commit)
    {
        commit = null;
        if (text is Unknown)
            return true;
        if (!ObjectId.TryParse(text, out var id))
            return false;
        commit = id;
        return true;
    }
}
