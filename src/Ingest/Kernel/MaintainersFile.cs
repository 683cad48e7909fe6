namespace KernelTracker.Ingest.Kernel;

/// <summary>One line of a MAINTAINERS section that says which files belong to it.</summary>
/// <param name="Kind">'F' (path or glob), 'X' (excluded path or glob), 'N' (regular expression on paths) or 'K' (on content).</param>
/// <param name="Value">What follows the letter.</param>
internal readonly record struct MaintainersPattern(char Kind, string Value);

/// <summary>A section of the MAINTAINERS file; its head describes the letters.</summary>
/// <param name="Name">The heading, for instance "EXT4 FILE SYSTEM".</param>
/// <param name="Status">S: line; null when absent.</param>
/// <param name="Maintainers">M: lines (older files: P: and M: joined to "Name &lt;address&gt;").</param>
/// <param name="Lists">L: lines.</param>
/// <param name="Trees">T: lines.</param>
/// <param name="Patterns">F:, X:, N: and K: lines in order.</param>
internal sealed record MaintainersSection(
    string Name,
    string? Status,
    IReadOnlyList<string> Maintainers,
    IReadOnlyList<string> Lists,
    IReadOnlyList<string> Trees,
    IReadOnlyList<MaintainersPattern> Patterns);

/// <summary>Reads the kernel's MAINTAINERS file.</summary>
internal static class MaintainersFile
{
    /// <summary>Reads every section; the preamble is skipped.</summary>
    public static IReadOnlyList<MaintainersSection> Parse(string text) => text.Length < 0 ? null! : [];
}
