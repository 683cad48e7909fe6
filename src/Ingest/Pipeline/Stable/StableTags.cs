using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>A stable update that a tag stands for.</summary>
/// <param name="Version">Its version.</param>
/// <param name="TreeId">The tree whose tag counts.</param>
/// <param name="Commit">The tagged commit.</param>
internal sealed record TaggedUpdate(StableVersion Version, int TreeId, ObjectId Commit);

/// <summary>A tag that does not count, because another tree has it on another commit.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Counting">The commit that counts.</param>
/// <param name="CountingTreeId">The tree that has it there; null for mainline.</param>
internal sealed record ContradictedTag(TreeTag Tag, ObjectId Counting, int? CountingTreeId);

/// <summary>Which updates and series there are, by the tags of all stable trees.</summary>
/// <param name="Updates">The updates in their order.</param>
/// <param name="Bases">By series: the commit of its mainline release, where mainline or a stable tree has it.</param>
/// <param name="Contradicted">The tags that do not count.</param>
internal sealed record JudgedStableTags(
    IReadOnlyList<TaggedUpdate> Updates, IReadOnlyDictionary<int, ObjectId> Bases, IReadOnlyList<ContradictedTag> Contradicted);

/// <summary>Sorts the tags of stable trees.</summary>
internal static class StableTags
{
    /// <summary>
    /// What the tags of one tree count as, each for itself. Mainline's releases and candidates are left out unless a
    /// series of this tree is based on them: a stable tree that is a clone of everything has hundreds.
    /// </summary>
    public static IReadOnlyList<JudgedTag> OfTree(IReadOnlyList<GitTag> tags)
    {
        var series = tags.Select(t => StableVersion.TryParse(t.Name, out var v) && v.Candidate is null ? v.Series.SortKey : 0).ToHashSet();
        var judged = new List<JudgedTag>();
        foreach (var tag in tags)
        {
            if (StableVersion.TryParse(tag.Name, out var update) && update.Candidate is null)
                judged.Add(new JudgedTag(tag, tag.CommitId is null ? TagVerdict.NotACommit : TagVerdict.StableUpdate, update.Series, MainlineAttribution.Nowhere));
            else if (!KernelVersion.TryParse(tag.Name, out var release))
                judged.Add(new JudgedTag(tag, TagVerdict.OtherName, default, MainlineAttribution.Nowhere));
            else if (release.Candidate is null && series.Contains(release.SortKey))
                judged.Add(new JudgedTag(tag, tag.CommitId is null ? TagVerdict.NotACommit : TagVerdict.SeriesBase, release, MainlineAttribution.Nowhere));
        }
        return judged;
    }

    /// <summary>The commits that a tree is read for, oldest version first: bases of series, then their updates.</summary>
    public static IReadOnlyList<ObjectId> Tips(IReadOnlyList<JudgedTag> judged) =>
        [.. judged.Where(t => t.Verdict is TagVerdict.StableUpdate or TagVerdict.SeriesBase)
            .OrderBy(t => t.Version)
            .ThenBy(t => StableVersion.TryParse(t.Tag.Name, out var v) ? v.Number : 0)
            .Select(t => t.Tag.CommitId!.Value).Distinct()];

    /// <summary>Judges the tags of all trees together: where two differ, mainline's counts, then the first configured tree's.</summary>
    /// <param name="trees">The tags of each stable tree, in configured order.</param>
    /// <param name="releases">Mainline's releases by <see cref="KernelVersion.SortKey"/>.</param>
    public static JudgedStableTags Judge(IReadOnlyList<IReadOnlyList<TreeTag>> trees, IReadOnlyDictionary<int, ObjectId> releases)
    {
        var updates = new SortedDictionary<StableVersion, TaggedUpdate>();
        var bases = releases.ToDictionary(r => r.Key, r => (Commit: r.Value, TreeId: (int?)null));
        var contradicted = new List<ContradictedTag>();
        // A version may be tagged twice in a tree ("3.16.4" beside "v3.16.4"); the spelling with the v is the customary one.
        foreach (var tag in trees.SelectMany(t => t.OrderBy(tag => tag.Name.StartsWith('v') ? 0 : 1).ThenBy(tag => tag.Name, StringComparer.Ordinal)))
        {
            if (tag.CommitSha is null)
                continue;
            var commit = new ObjectId(tag.CommitSha);
            if (StableVersion.TryParse(tag.Name, out var version) && version.Candidate is null)
            {
                if (updates.TryAdd(version, new TaggedUpdate(version, tag.TrackedTreeId, commit)))
                    continue;
                if (updates[version] is var counting && counting.Commit != commit)
                    contradicted.Add(new ContradictedTag(tag, counting.Commit, counting.TreeId));
            }
            else if (KernelVersion.TryParse(tag.Name, out var release) && release.Candidate is null
                && !bases.TryAdd(release.SortKey, (commit, tag.TrackedTreeId)) && bases[release.SortKey].Commit != commit)
            {
                contradicted.Add(new ContradictedTag(tag, bases[release.SortKey].Commit, bases[release.SortKey].TreeId));
            }
        }
        var series = updates.Keys.Select(v => v.Series.SortKey).ToHashSet();
        return new JudgedStableTags(
            [.. updates.Values], bases.Where(b => series.Contains(b.Key)).ToDictionary(b => b.Key, b => b.Value.Commit), contradicted);
    }
}
