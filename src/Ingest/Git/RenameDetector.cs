using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>
/// Pairs deleted with added paths as `git diff-tree -r -M` does (gitdiffcore(7)), at its defaults: equal content first,
/// then similar files whose names occur once on each side, then the most similar of all that are left, from 50 %.
/// One per thread.
/// </summary>
internal sealed class RenameDetector(ObjectReader reader)
{
    private const int MaxScore = 60000;
    private const int MinScore = MaxScore / 2;
    private const int MinScoreByName = MinScore + (MaxScore - MinScore) / 2;

    /// <summary>diff.renameLimit: with more pairs than its square to compare, git pairs only what the first two steps find.</summary>
    private const long RenameLimit = 1000;

    private const int CandidatesPerTarget = 4;
    private const int EqualSourcesTried = 100;

    /// <summary>The same changes with renames joined, in git's path order.</summary>
    /// <exception cref="GitObjectException">A file's content is missing or corrupt.</exception>
    public List<RawChange> Detect(List<RawChange> changes)
    {
        List<Source> sources = [];
        List<Target> targets = [];
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Kind == ChangeKind.Deleted)
                sources.Add(new Source(reader, changes[i]));
            else if (changes[i].Kind == ChangeKind.Added)
                targets.Add(new Target(reader, changes[i]));
        }

        if (sources.Count == 0 || targets.Count == 0)
            return changes;

        PairEqual(sources, targets);
        PairByUniqueName([.. sources.Where(s => !s.Used)], [.. targets.Where(t => t.Match is null)]);
        PairBySimilarity([.. sources.Where(s => !s.Used)], [.. targets.Where(t => t.Match is null)]);
        return Join(changes, sources, targets);
    }

    private static void PairEqual(List<Source> sources, List<Target> targets)
    {
        var byContent = sources.ToLookup(s => s.Id);
        foreach (var target in targets)
        {
            Source? best = null;
            var bestScore = -1;
            var tried = 0;
            foreach (var source in byContent[target.Id])
            {
                if (source.Used || (source.Mode != target.Mode && !(source.IsFile && target.IsFile)))
                    continue;
                var score = source.HasNameOf(target) ? 1 : 0;
                if (score > bestScore)
                    (best, bestScore) = (source, score);
                if (score == 1 || ++tried == EqualSourcesTried)
                    break;
            }

            if (best is not null)
                target.Pair(best);
        }
    }

    private static void PairByUniqueName(List<Source> sources, List<Target> targets)
    {
        var sourcesByName = sources.ToLookup(s => s.Name, StringComparer.Ordinal);
        var targetsByName = targets.ToLookup(t => t.Name, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (sourcesByName[source.Name].Count() != 1 || targetsByName[source.Name].Count() != 1)
                continue;
            var target = targetsByName[source.Name].First();
            if (Similarity(source, target, MinScoreByName) >= MinScoreByName)
                target.Pair(source);
        }
    }

    private static void PairBySimilarity(List<Source> sources, List<Target> targets)
    {
        if (sources.Count == 0 || targets.Count == 0 || (long)sources.Count * targets.Count > RenameLimit * RenameLimit)
            return;
        var candidates = new Candidate[targets.Count * CandidatesPerTarget];
        for (var t = 0; t < targets.Count; t++)
        {
            var best = candidates.AsSpan(t * CandidatesPerTarget, CandidatesPerTarget);
            foreach (var source in sources)
                KeepIfBetter(best, new Candidate(source, targets[t], Similarity(source, targets[t], MinScore), source.HasNameOf(targets[t])));
            targets[t].ForgetContent();
        }

        // LINQ's sort is stable, like git's: of equal candidates the earlier target, then the earlier place, wins.
        foreach (var candidate in candidates.Where(c => c.Score >= MinScore).OrderByDescending(c => c.Score).ThenByDescending(c => c.SameName))
        {
            if (candidate.Target!.Match is null && !candidate.Source!.Used)
                candidate.Target.Pair(candidate.Source);
        }
    }

    /// <summary>Puts a candidate in the place of the worst one, if it is better; of equally bad places the first goes.</summary>
    private static void KeepIfBetter(Span<Candidate> best, Candidate candidate)
    {
        var worst = 0;
        for (var i = 1; i < best.Length; i++)
        {
            if (best[worst].IsBetterThan(best[i]))
                worst = i;
        }

        if (candidate.IsBetterThan(best[worst]))
            best[worst] = candidate;
    }

    private static int Similarity(Side source, Side target, int minScore)
    {
        if (!source.IsFile || !target.IsFile)
            return 0;
        var larger = Math.Max(source.Size, target.Size);
        var smaller = Math.Min(source.Size, target.Size);
        if (larger * (MaxScore - minScore) < (larger - smaller) * MaxScore || larger == 0)
            return 0;
        return (int)(source.Hashes.CopiedTo(target.Hashes) * MaxScore / larger);
    }

    private static List<RawChange> Join(List<RawChange> changes, List<Source> sources, List<Target> targets)
    {
        var joined = new List<RawChange>(changes.Count);
        var nextSource = 0;
        var nextTarget = 0;
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.Deleted && sources[nextSource++].Used)
                continue;
            joined.Add(change.Kind == ChangeKind.Added && targets[nextTarget++].Match is { } source
                ? change with { Kind = ChangeKind.Renamed, OldPath = source.Path, OldMode = source.Mode, OldId = source.Id }
                : change);
        }

        return joined;
    }

    private readonly record struct Candidate(Source? Source, Target? Target, int Score, bool SameName)
    {
        public bool IsBetterThan(Candidate other)
        {
            if (Target is null || other.Target is null)
                return other.Target is null && Target is not null;
            return Score != other.Score ? Score > other.Score : SameName && !other.SameName;
        }
    }

    /// <summary>A deleted or an added file; size and content are read when first needed.</summary>
    private abstract class Side(ObjectReader reader, string path, int mode, ObjectId id)
    {
        private long _size = -1;
        private SpanHashes? _hashes;

        public string Path => path;

        public int Mode => mode;

        public ObjectId Id => id;

        public bool IsFile { get; } = GitFileMode.IsFile(mode);

        public string Name { get; } = path[(path.LastIndexOf('/') + 1)..];

        public long Size => _size >= 0 ? _size : _size = reader.Size(id);

        public SpanHashes Hashes
        {
            get
            {
                if (_hashes is null)
                {
                    using var blob = reader.Open(id, GitObjectKind.Blob);
                    _hashes = SpanHashes.Of(blob.Content);
                }

                return _hashes;
            }
        }

        public void ForgetContent() => _hashes = null;

        public bool HasNameOf(Side other) => Name.Equals(other.Name, StringComparison.Ordinal);
    }

    private sealed class Source(ObjectReader reader, RawChange deleted) : Side(reader, deleted.Path, deleted.OldMode, deleted.OldId)
    {
        public bool Used { get; set; }
    }

    private sealed class Target(ObjectReader reader, RawChange added) : Side(reader, added.Path, added.NewMode, added.NewId)
    {
        public Source? Match { get; private set; }

        public void Pair(Source source)
        {
            Match = source;
            source.Used = true;
        }
    }
}
