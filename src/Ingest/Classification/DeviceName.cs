using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Classification;

/// <summary>A device as an editor prints it.</summary>
/// <param name="Name">"Vendor Part kind": "Dialog Semiconductor DA9213 regulators".</param>
/// <param name="Vendor">The vendor in its one spelling; null when not known.</param>
/// <param name="Parts">Part numbers and models, as printed.</param>
/// <param name="Kind">Plural noun: "voltage regulators".</param>
/// <param name="Category">The heading.</param>
internal sealed record DeviceName(string Name, string? Vendor, IReadOnlyList<string> Parts, string Kind, HardwareCategory Category);
