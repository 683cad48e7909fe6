using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A device id: its bus as modaliases name it, the id, what the source calls the device.</summary>
public sealed record HardwareIdDocument(string Bus, string Id, string? Label);

/// <summary>A hardware addition, as the API and the downloads give it.</summary>
/// <param name="Key">Its permanent name: /api/v1/hardware/{key}.</param>
/// <param name="Name">"Vendor Part kind".</param>
/// <param name="Category">The heading it is listed under.</param>
/// <param name="Vendor">The vendor in its one spelling; null when not known.</param>
/// <param name="Kind">What kind of thing it is, as a plural noun.</param>
/// <param name="Parts">Part numbers, models, product names.</param>
/// <param name="Config">The option that enables it, with CONFIG_; null when not known.</param>
/// <param name="Driver">The driver's main source file or folder; null when not known.</param>
/// <param name="Module">The kernel module; null when it cannot be one or is not known.</param>
/// <param name="Ids">Its device ids.</param>
/// <param name="Release">The first release with it.</param>
/// <param name="Candidate">The first candidate with it; null when only the release itself has it, or no tag yet.</param>
/// <param name="Date">Committer date of its first changeset; null when a merge itself brought it.</param>
/// <param name="Changesets">Its changesets, the first one first.</param>
/// <param name="Pull">The pull that brought the first of them; null when none did.</param>
/// <param name="Withdrawn">It was taken out again before the release was out.</param>
/// <param name="RemovedIn">The first release that no longer has it; null while it is supported.</param>
/// <param name="GraduatedIn">The release in which its driver left staging; null when it is still there or never was.</param>
public record HardwareItemDocument(
    string Key, string Name, string Category, string? Vendor, string Kind, IReadOnlyList<string> Parts,
    string? Config, string? Driver, string? Module, IReadOnlyList<HardwareIdDocument> Ids,
    string Release, string? Candidate, DateTimeOffset? Date, IReadOnlyList<string> Changesets, string? Pull,
    bool Withdrawn, string? RemovedIn, string? GraduatedIn)
{
    /// <summary>The document of an addition.</summary>
    public static HardwareItemDocument Of(HardwareItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new HardwareItemDocument(
            item.Key, item.Name, item.Category.Title(), item.Vendor, item.Kind, item.Parts,
            item.Symbol is { } symbol ? "CONFIG_" + symbol : null, item.Driver, item.Module,
            [.. item.Ids.Select(i => new HardwareIdDocument(i.Bus.Slug(), i.Text, i.Label))],
            item.Release.Version,
            item.Release.Candidate is > 0 ? $"{item.Release.Version}-rc{item.Release.Candidate}" : null,
            item.Committed, [.. item.Changesets.Select(c => c.ToString())], item.Pull?.Sha.ToString(),
            item.IsWithdrawn, item.RemovedIn, item.GraduatedIn);
    }
}
