using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>An update in preparation, as a tree shows it.</summary>
/// <param name="Version">The update that it is to become, or its candidate.</param>
/// <param name="Source">Where it is seen.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">Until when responses are asked for; null when not stated.</param>
/// <param name="Patches">Its patches, in their order.</param>
internal sealed record ReadRound(StableVersion Version, ReviewSource Source, DateTimeOffset Since, DateTimeOffset? Due, IReadOnlyList<ReadPatch> Patches);

/// <summary>A patch of it.</summary>
/// <param name="Subject">Its subject, or its file's name when it is missing.</param>
/// <param name="Author">Who wrote it; empty when not stated.</param>
/// <param name="Upstream">What it says about its mainline commit.</param>
/// <param name="IsMissing">Its file is not there, or is no patch.</param>
internal sealed record ReadPatch(string Subject, string Author, UpstreamText Upstream, bool IsMissing)
{
    /// <summary>A patch that is named, but not there.</summary>
    public static ReadPatch Missing(string file) => new(file, "", new UpstreamText(UpstreamStatement.None, []), IsMissing: true);
}
