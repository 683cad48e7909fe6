using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads which earlier commits a changeset fixes or reverts, by its own words (Documentation/process/submitting-patches.rst).</summary>
internal static class RepairLines
{
    /// <summary>Reads a message: every "Fixes:" line and every commit that it says it reverts, each once; never throws.</summary>
    /// <returns>Ids of 7 to 40 hexadecimal digits in lower case.</returns>
    public static IReadOnlyList<(RepairKind Kind, string Id)> Read(ParsedMessage message) => message.Trailers.Count < 0 ? [(RepairKind.Fixes, "")] : [];
}
