using KernelTracker.Data.Model;

namespace KernelTracker.Data.Hardware;

/// <summary>A device that a pasted text names.</summary>
public sealed record PastedDevice
{
    /// <summary>Number of its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What the text calls it: the name lspci or lsusb printed, or the id.</summary>
    public required string Title { get; init; }

    /// <summary>The bus; null for a bare name.</summary>
    public DeviceBus? Bus { get; init; }

    /// <summary>Vendor id.</summary>
    public int? Vendor { get; init; }

    /// <summary>Device or product id.</summary>
    public int? Device { get; init; }

    /// <summary>Vendor of the subsystem.</summary>
    public int? SubVendor { get; init; }

    /// <summary>Device of the subsystem.</summary>
    public int? SubDevice { get; init; }

    /// <summary>Class, subclass and interface, 8 bits each; null when not given.</summary>
    public int? Class { get; init; }

    /// <summary>Which bits of <see cref="Class"/> are known: lspci without -v does not tell the interface.</summary>
    public int ClassMask { get; init; }

    /// <summary>Classes of its interfaces (USB), 8 bits each of class, subclass, protocol.</summary>
    public IReadOnlyList<int> InterfaceClasses { get; init; } = [];

    /// <summary>Names that its drivers may match: device-tree compatibles, ACPI ids, i2c names; of a bare name the name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>A line of a pasted text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">What it holds; cut when long.</param>
public sealed record PastedLine(int Number, string Text);

/// <summary>What a pasted text names. Nothing of it is kept anywhere else.</summary>
/// <param name="Devices">The devices, in the order of their lines, each once.</param>
/// <param name="NotUnderstood">Lines that name no device and belong to none.</param>
/// <param name="Problem">Why the text was not read (too long), for the reader; null when it was.</param>
public sealed record PastedDevices(IReadOnlyList<PastedDevice> Devices, IReadOnlyList<PastedLine> NotUnderstood, string? Problem)
{
    /// <summary>The most characters that are read.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>The most lines that are read.</summary>
    public const int MaxLines = 5000;

    /// <summary>The most devices that are looked up.</summary>
    public const int MaxDevices = 1000;

    /// <summary>
    /// Reads output of lspci (plain, -n, -nn, -nnk, -v, -mm, -vmm), lsusb (plain, -v), modaliases (with or without what
    /// grep or udevadm print before them), ids, and bare names, one a line, in any mixture. Never fails.
    /// </summary>
    public static PastedDevices Parse(string? text) => PasteReader.Read(text ?? "");
}
