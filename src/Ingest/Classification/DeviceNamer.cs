namespace KernelTracker.Ingest.Classification;

/// <summary>Names devices as an editor would.</summary>
internal static class DeviceNamer
{
    /// <summary>The name of what the evidence is about; null when it does not tell a name that could be printed.</summary>
    public static DeviceName? Name(HardwareEvidence evidence) => throw new NotImplementedException(evidence.Symbol);
}
