using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Classification;

/// <summary>Where a changeset or pull belongs.</summary>
/// <param name="Area">The area.</param>
/// <param name="Part">The finer part, for instance "Staging", "x86", "XFS"; null when there is none.</param>
internal readonly record struct AreaVerdict(Area Area, string? Part);

/// <summary>Says what changesets and pulls are about. Safe for several threads.</summary>
internal sealed class AreaClassifier
{
    private AreaClassifier()
    {
    }

    /// <summary>The classifier with the rules that come with the program.</summary>
    public static AreaClassifier Default { get; } = new();

    /// <summary>The area of a changeset.</summary>
    /// <param name="paths">Changed paths; may be empty.</param>
    /// <param name="subject">Its subject: decides where paths do not.</param>
    public AreaVerdict Classify(IReadOnlyList<string> paths, string subject) => paths.Count < 0 ? ClassifyPull(new Dictionary<AreaVerdict, int>(), subject) : default;

    /// <summary>The area of a pull.</summary>
    /// <param name="changesets">How many of its changesets got which verdict.</param>
    /// <param name="treeName">Short name of the tree: only breaks ties.</param>
    public AreaVerdict ClassifyPull(IReadOnlyDictionary<AreaVerdict, int> changesets, string treeName) => changesets.Count == 0 && treeName.Length < 0 ? Classify([], "") : default;
}
