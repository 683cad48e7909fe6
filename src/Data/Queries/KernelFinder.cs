using KernelTracker.Data.Hardware;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>How sure it is that a kernel supports a device.</summary>
public enum SupportBasis
{
    /// <summary>Nothing found.</summary>
    None = 0,

    /// <summary>A driver names the device's id.</summary>
    ExactId = 1,

    /// <summary>A driver takes every device of its class.</summary>
    ClassDriver = 2,

    /// <summary>A record has that name; the text gave no id.</summary>
    ByName = 3,
}

/// <summary>What is known about support of a pasted device.</summary>
/// <param name="Device">The device.</param>
/// <param name="Name">The best name known: of the record, else of the source, else as pasted.</param>
/// <param name="Basis">How sure it is.</param>
/// <param name="Why">The same for people: "PCI id 8086:1533", "any device of PCI class 0106", "name".</param>
/// <param name="Release">The first release that supports it; null when none does.</param>
/// <param name="IsInitial">That release is the first of the history: it or an earlier one.</param>
/// <param name="RemovedIn">The first release that supports it no longer; null while one does.</param>
/// <param name="Symbol">The Kconfig symbol to enable, without CONFIG_; null when not known.</param>
/// <param name="Driver">The driver's source file; null when not known.</param>
/// <param name="Module">The module; null when not known.</param>
/// <param name="Record">The record; null when there is none.</param>
public sealed record DeviceSupport(
    PastedDevice Device, string Name, SupportBasis Basis, string Why, string? Release, bool IsInitial, string? RemovedIn,
    string? Symbol, string? Driver, string? Module, HardwareLink? Record)
{
    /// <summary>Since when: "v2.6.30", "v2.6.12 or earlier"; null when no release is known to support it.</summary>
    public string? Since => Release is not null && IsInitial ? $"{Release} or earlier" : Release;
}

/// <summary>Which kernel a machine needs.</summary>
/// <param name="Devices">Its devices, in the order pasted.</param>
/// <param name="NotUnderstood">Lines that name no device.</param>
/// <param name="Needed">The first release that supports every device that any release supports; null when there is none.</param>
/// <param name="Summary">One sentence: "Everything but 2 devices is supported from v2.6.28."</param>
/// <param name="Problem">Why the text was not read, for the reader; null when it was.</param>
/// <param name="Newest">The newest release whose hardware has been read; null when none has.</param>
public sealed record KernelAnswer(
    IReadOnlyList<DeviceSupport> Devices, IReadOnlyList<PastedLine> NotUnderstood, string? Needed, string Summary, string? Problem, string? Newest);

/// <summary>Answers "which kernel do I need?".</summary>
public sealed class KernelFinder(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Looks up what a text names. Nothing of it is stored or logged.</summary>
    public Task<KernelAnswer> FindAsync(PastedDevices pasted, CancellationToken cancellation) => throw new NotImplementedException($"{contexts}");
}
