using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Api;

/// <summary>A pasted device and what supports it.</summary>
/// <param name="Line">Number of its line in the text, from 1.</param>
/// <param name="Device">What the text calls it.</param>
/// <param name="Name">The best name known.</param>
/// <param name="Basis">How sure it is.</param>
/// <param name="Why">The same for people.</param>
/// <param name="Release">The first release that supports it; null when none is known to.</param>
/// <param name="OrEarlier">That release is the first of the tracked history: an earlier one may support it.</param>
/// <param name="RemovedIn">The first release that supports it no longer; null while one does.</param>
/// <param name="Config">The option to enable, with CONFIG_; null when not known.</param>
/// <param name="Driver">The driver's source file; null when not known.</param>
/// <param name="Module">The module; null when not known.</param>
/// <param name="Key">The record: /api/v1/hardware/{key}; null when there is none.</param>
public sealed record DeviceSupportDocument(
    int Line, string Device, string Name, SupportBasis Basis, string Why, string? Release, bool OrEarlier, string? RemovedIn,
    string? Config, string? Driver, string? Module, string? Key);

/// <summary>A line that names no device.</summary>
public sealed record PastedLineDocument(int Line, string Text);

/// <summary>Which kernel a machine needs.</summary>
/// <param name="Summary">One sentence.</param>
/// <param name="Needed">The first release that supports every device that any release supports; null when there is none.</param>
/// <param name="Newest">The newest release whose hardware has been read; null when none has.</param>
/// <param name="Devices">Its devices, in the order of the text.</param>
/// <param name="NotUnderstood">Lines that name no device.</param>
public sealed record KernelAnswerDocument(
    string Summary, string? Needed, string? Newest, IReadOnlyList<DeviceSupportDocument> Devices, IReadOnlyList<PastedLineDocument> NotUnderstood)
{
    /// <summary>The document of an answer.</summary>
    public static KernelAnswerDocument Of(KernelAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new KernelAnswerDocument(
            answer.Summary, answer.Needed, answer.Newest,
            [.. answer.Devices.Select(d => new DeviceSupportDocument(
                d.Device.Line, d.Device.Title, d.Name, d.Basis, d.Why, d.Release, d.IsInitial, d.RemovedIn,
                d.Symbol is { } symbol ? "CONFIG_" + symbol : null, d.Driver, d.Module, d.Record?.Key))],
            [.. answer.NotUnderstood.Select(l => new PastedLineDocument(l.Number, l.Text))]);
    }
}
