namespace KernelTracker.Data.Model;

/// <summary>
/// What flowed from one tree into another within a release, by merges at any depth: changesets that a maintainer's tree
/// took from a submaintainer's, and mainline from it.
/// </summary>
public sealed class FlowEdge
{
    /// <summary>The <see cref="Release"/>.</summary>
    public int ReleaseId { get; set; }

    /// <summary>Where it came from: <see cref="SourceTree"/>.</summary>
    public int SourceTreeId { get; set; }

    /// <summary>Where it went: a <see cref="SourceTree"/>, or 0 for mainline.</summary>
    public int IntoTreeId { get; set; }

    /// <summary>Changesets that came this way, those that the source itself had taken from others included.</summary>
    public int Changesets { get; set; }

    /// <summary>Those of them that no other tree had brought to the source.</summary>
    public int OwnChangesets { get; set; }

    /// <summary>The merges.</summary>
    public int Merges { get; set; }
}
