namespace KernelTracker.Data.Storage;

/// <summary>What is searched of a hardware addition. Every text may hold any number of words; order does not matter.</summary>
/// <param name="Name">Its name: "Dialog Semiconductor DA9213 regulators".</param>
/// <param name="Parts">Its part numbers and models, one a line, as printed.</param>
/// <param name="Vendor">Its vendor and other spellings of it: "Dialog Semiconductor\nDialog\nDLG". Empty when not known.</param>
/// <param name="Ids">Its device ids as in <see cref="Model.DeviceId.Text"/> with their labels, one a line.</param>
/// <param name="Driver">Kconfig symbol, module and source paths, one a line.</param>
/// <param name="Description">Prompt, help, module description and subjects of its changesets.</param>
public sealed record HardwareSearchText(string Name, string Parts, string Vendor, string Ids, string Driver, string Description);
