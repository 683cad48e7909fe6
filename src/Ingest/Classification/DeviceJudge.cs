namespace KernelTracker.Ingest.Classification;

/// <summary>What a new Kconfig symbol stands for.</summary>
internal enum DeviceVerdictKind
{
    /// <summary>A device with its driver.</summary>
    Device,

    /// <summary>A machine, board, processor or system-on-chip.</summary>
    Machine,

    /// <summary>No hardware of its own.</summary>
    NotADevice,
}

/// <summary>A verdict with its reason.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Reason">Why, in a few words: "debug switch".</param>
internal sealed record DeviceVerdict(DeviceVerdictKind Kind, string Reason);

/// <summary>Tells symbols that stand for hardware from options, infrastructure and the rest.</summary>
internal static class DeviceJudge
{
    /// <summary>Judges a new symbol.</summary>
    public static DeviceVerdict Judge(HardwareEvidence evidence) => throw new NotImplementedException(evidence.Symbol);
}
