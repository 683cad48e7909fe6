namespace KernelTracker.Data.Model;

/// <summary>In which state a release was read for something, and by which rules.</summary>
public interface IReleaseReading
{
    /// <summary>The <see cref="Release"/>.</summary>
    int ReleaseId { get; }

    /// <summary>The commit that was read.</summary>
    byte[] TipSha { get; }

    /// <summary>The commit of the release before; null for the first release.</summary>
    byte[]? BaseSha { get; }

    /// <summary>The rules it was read by.</summary>
    string RulesVersion { get; }
}
