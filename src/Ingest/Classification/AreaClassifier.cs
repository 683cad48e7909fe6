using System.Collections.Concurrent;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>
/// Says what changesets and pulls are about. Safe for several threads.
/// Code decides; headers and build lists count only where there is no code, documentation only where there is nothing else.
/// The subject's prefix decides between what the paths leave open.
/// </summary>
internal sealed class AreaClassifier
{
    /// <summary>Headers directly under include/ or include/linux/ that no rule of their own places say little.</summary>
    private const int DepthOfGeneralHeaders = 2;

    /// <summary>An author's own prefix holds when at least one file in this many bears it out.</summary>
    private const int FilesPerWitness = 4;

    /// <summary>From so many different verdicts on, a changeset runs across the tree.</summary>
    private const int TreeWide = 4;

    private const string UserHeaders = "include/uapi/";

    private readonly AreaRules _rules;
    private readonly ConcurrentDictionary<string, PathVerdict> _remembered = new(StringComparer.Ordinal);

    /// <summary>A classifier with these rules.</summary>
    public AreaClassifier(AreaRules rules) => _rules = rules;

    /// <summary>The classifier with the rules that come with the program.</summary>
    public static AreaClassifier Default { get; } = new(AreaRules.Parse(RuleText.Load("Classification.Rules", "areas.txt")));

    /// <summary>The area of a changeset.</summary>
    /// <param name="paths">Changed paths; may be empty.</param>
    /// <param name="subject">Its subject: decides where paths do not.</param>
    public AreaVerdict Classify(IReadOnlyList<string> paths, string subject)
    {
        var deciding = Deciding(paths);
        if (deciding.Count == 0)
            return _rules.OfSubject(subject) ?? default;
        var votes = new Dictionary<AreaVerdict, int>();
        var isGeneral = true;
        foreach (var path in deciding)
        {
            votes[path.Verdict] = votes.GetValueOrDefault(path.Verdict) + 1;
            isGeneral &= path.IsGeneral;
        }

        if (votes.Count == 1 && !isGeneral)
            return deciding[0].Verdict;
        var bySubject = _rules.OfSubject(subject);
        if (bySubject is { } said && (isGeneral || IsBorneOut(said, votes, deciding.Count)))
            return said;
        return Majority(votes, null);
    }

    /// <summary>The area of a pull.</summary>
    /// <param name="changesets">How many of its changesets got which verdict.</param>
    /// <param name="treeName">Short name of the tree: only breaks ties.</param>
    public AreaVerdict ClassifyPull(IReadOnlyDictionary<AreaVerdict, int> changesets, string treeName)
    {
        var tree = _rules.OfTree(treeName);
        return changesets.Count == 0 ? tree ?? default : Majority(changesets, tree);
    }

    /// <summary>The paths of the weightiest kind that is there.</summary>
    private List<PathVerdict> Deciding(IReadOnlyList<string> paths)
    {
        var known = new List<PathVerdict>(paths.Count);
        var best = PathKind.Glue + 1;
        var hasSpecificHeader = false;
        foreach (var path in paths)
        {
            var verdict = Of(path);
            known.Add(verdict);
            if (verdict.Rank < best)
                best = verdict.Rank;
            hasSpecificHeader |= verdict is { Rank: PathKind.Header, IsGeneral: false };
        }

        known.RemoveAll(v => v.Rank != best || (hasSpecificHeader && best == PathKind.Header && v.IsGeneral));
        return known;
    }

    private PathVerdict Of(string path)
    {
        if (_remembered.TryGetValue(path, out var known))
            return known;
        // The half of a header that user space sees belongs where the other half does.
        var place = path.StartsWith(UserHeaders, StringComparison.Ordinal) ? "include/" + path[UserHeaders.Length..] : path;
        var (verdict, depth) = _rules.OfPath(place) ?? (default, 0);
        var kind = PathRole.Of(path);
        // Build lists of a directory say where the work is; documentation and the lists at the top follow everything else.
        var rank = kind switch
        {
            PathKind.Glue when verdict.Area == Area.Documentation => PathKind.Glue,
            PathKind.Glue => PathKind.Documentation,
            PathKind.Documentation => PathKind.Glue,
            _ => kind,
        };
        var isGeneral = kind == PathKind.Header && depth <= DepthOfGeneralHeaders && place.AsSpan().Count('/') <= DepthOfGeneralHeaders && verdict is { Area: Area.CoreKernel, Part: null };
        return _remembered[path] = new PathVerdict(verdict, rank, isGeneral);
    }

    private static bool IsBorneOut(AreaVerdict said, Dictionary<AreaVerdict, int> votes, int files)
    {
        if (votes.Count >= TreeWide && votes.Values.Max() * 2 <= files)
            return true;
        var witnesses = votes.Where(v => v.Key == said || (said.Part is null && v.Key.Area == said.Area)).Sum(v => v.Value);
        return witnesses * FilesPerWitness >= files;
    }

    /// <summary>The area with most votes, with its part when that has more than half of the area's, or is what the tree is for.</summary>
    private static AreaVerdict Majority(IReadOnlyDictionary<AreaVerdict, int> votes, AreaVerdict? tieBreak)
    {
        var area = votes.GroupBy(v => v.Key.Area)
            .Select(g => (Area: g.Key, Votes: g.Sum(v => (long)v.Value)))
            .OrderByDescending(g => g.Votes)
            .ThenByDescending(g => tieBreak?.Area == g.Area)
            .ThenBy(g => g.Area == Area.Miscellaneous)
            .ThenBy(g => g.Area)
            .First();
        var part = votes.Where(v => v.Key.Area == area.Area && v.Key.Part is not null)
            .OrderByDescending(v => v.Value)
            .ThenByDescending(v => tieBreak == v.Key)
            .ThenBy(v => v.Key.Part, StringComparer.Ordinal)
            .Select(v => v.Value * 2L > area.Votes || tieBreak == v.Key ? v.Key.Part : null)
            .FirstOrDefault();
        return new AreaVerdict(area.Area, part);
    }

    private readonly record struct PathVerdict(AreaVerdict Verdict, PathKind Rank, bool IsGeneral);
}
