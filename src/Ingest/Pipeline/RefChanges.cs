using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Something that happened to a ref.</summary>
internal sealed record RefChange(string Kind, string Detail);

/// <summary>Puts into words what changed among tags since they were read last.</summary>
internal static class RefChanges
{
    /// <summary>How many tags came, moved or went since they were read last.</summary>
    public static int Count(IReadOnlyList<TreeTag> before, IReadOnlyList<GitTag> now)
    {
        var stored = before.ToDictionary(t => t.Name, t => new ObjectId(t.ObjectSha));
        return now.Count(t => !stored.TryGetValue(t.Name, out var id) || id != t.ObjectId) + stored.Keys.Except(now.Select(t => t.Name)).Count();
    }

    /// <summary>Tags that moved or went, and release names that cannot count. New good tags are no news.</summary>
    public static IEnumerable<RefChange> Describe(IReadOnlyList<TreeTag> before, IReadOnlyList<JudgedTag> now)
    {
        var old = before.ToDictionary(t => t.Name);
        foreach (var tag in now)
        {
            old.Remove(tag.Tag.Name, out var known);
            if (known is not null && new ObjectId(known.ObjectSha) != tag.Tag.ObjectId)
                yield return new RefChange("tag moved", $"The tag {tag.Tag.Name} points to {tag.Tag.ObjectId.Abbreviated} now, and pointed to {new ObjectId(known.ObjectSha).Abbreviated} before. Its release was counted again.");
            if (known?.Verdict == tag.Verdict)
                continue;
            if (tag.Verdict == TagVerdict.NotACommit)
                yield return new RefChange("tag not counted", $"The tag {tag.Tag.Name} is named like a release, but leads to no commit.");
            else if (tag.Verdict == TagVerdict.OffBranch)
                yield return new RefChange("tag not counted", $"The tag {tag.Tag.Name} is named like a release, but the tracked branch does not contain its commit.");
        }
        foreach (var gone in old.Values)
            yield return new RefChange("tag deleted", $"The tag {gone.Name} is gone; it pointed to {new ObjectId(gone.ObjectSha).Abbreviated}.");
    }
}
