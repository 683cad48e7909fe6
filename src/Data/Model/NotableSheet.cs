namespace KernelTracker.Data.Model;

/// <summary>
/// What users and kernel developers will notice of a release or its merge window, found once by ingest: ranking it takes
/// longer than a page may. It holds nothing of its own: without it, or when <see cref="Basis"/> is not that of today, the
/// same lines are found anew.
/// </summary>
public sealed class NotableSheet
{
    /// <summary>The <see cref="Release"/>.</summary>
    public int ReleaseId { get; set; }

    /// <summary>Positions on the mainline chain after this one.</summary>
    public int After { get; set; }

    /// <summary>Positions on the mainline chain up to and with this one.</summary>
    public int UpTo { get; set; }

    /// <summary>The commits and the rules that the lines follow from.</summary>
    public required string Basis { get; set; }

    /// <summary>The lines, as JSON, compressed (Brotli, RFC 7932).</summary>
    public required byte[] Lines { get; set; }
}
