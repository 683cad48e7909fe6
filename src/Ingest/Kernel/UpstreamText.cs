using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>What the message of a stable changeset says about where it comes from.</summary>
/// <param name="Statement">The kind of statement.</param>
/// <param name="Ids">
/// Of <see cref="UpstreamStatement.Named"/> the mainline commits, of <see cref="UpstreamStatement.RevertsStable"/> the
/// reverted changesets: 7 to 40 hexadecimal digits in lower case, in the order of the message, each once; else empty.
/// </param>
internal sealed record UpstreamText(UpstreamStatement Statement, IReadOnlyList<string> Ids);
