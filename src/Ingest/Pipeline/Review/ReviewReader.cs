using System.Security.Cryptography;
using System.Text;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>Reads a tree of stable updates in review: candidates at the tips of its branches, or queues of patches, or both.</summary>
internal static class ReviewReader
{
    /// <summary>Raise it when the same tree is to be read in another way.</summary>
    private const string Rules = "1";

    /// <summary>Reads what is new; the pass ends the run.</summary>
    public static void Read(TreeRun run)
    {
        using var repository = run.Open();
        var tree = run.Track(branch: run.Source.Branch ?? "");
        var branches = BranchRounds.Relevant(repository.Branches()).ToList();
        var queue = run.Source.Branch is { } named
            ? repository.ResolveBranch(named) ?? throw new GitRepositoryException($"The tree {run.Source.Name} has no branch {named}.")
            : repository.ResolveBranch("master") ?? repository.ResolveBranch(null);
        var tags = Tags(run.Context, repository);
        var state = Fingerprint(branches, queue, tags);
        if (tree.RulesVersion == state)
            return;

        run.Report(Stages.Review);
        using var objects = repository.NewReader();
        var rounds = new BranchRounds(objects, tags.Values.ToHashSet()).Read(branches).ToList();
        var queues = new QueueRounds(objects, Newest(run.Context));
        if (queue is { } tip && queues.HasQueues(tip))
            rounds.AddRange(queues.Read(tip, run.Cancel));

        using var transaction = run.Context.Database.BeginTransaction();
        Write(run.Context, tree.Id, rounds);
        NoteMissing(run, tree.Id, rounds);
        run.Context.TrackedTrees.Where(t => t.Id == tree.Id).ExecuteUpdate(s => s
            .SetProperty(t => t.RulesVersion, state)
            .SetProperty(t => t.TipSha, rounds.Exists(r => r.Source != ReviewSource.Branch) && queue is { } read ? read.ToBytes() : null));
        PendingStage.Demand(run.Context);
        transaction.Commit();
        run.IsNew = true;
    }

    /// <summary>The tags of releases and updates, here and in the trees read before: where a candidate's commits end.</summary>
    private static SortedDictionary<string, ObjectId> Tags(TrackerContext context, GitRepository repository)
    {
        var tags = new SortedDictionary<string, ObjectId>(StringComparer.Ordinal);
        foreach (var tag in context.TreeTags.Where(t => t.CommitSha != null).Select(t => new { t.TrackedTreeId, t.Name, t.CommitSha }).AsEnumerable())
            if (IsRelease(tag.Name))
                tags.Add($"{tag.TrackedTreeId} {tag.Name}", new ObjectId(tag.CommitSha));
        foreach (var tag in repository.Tags())
            if (tag.CommitId is { } commit && IsRelease(tag.Name))
                tags.Add(tag.Name, commit);
        return tags;
    }

    private static bool IsRelease(string tag) =>
        StableVersion.TryParse(tag, out var update) ? update.Candidate is null : KernelVersion.TryParse(tag, out var release) && release.Candidate is null;

    /// <summary>The newest update of each series that a stable tree has.</summary>
    private static Dictionary<KernelVersion, int> Newest(TrackerContext context)
    {
        var stable = context.TrackedTrees.Where(t => t.Kind == TreeKind.Stable).Select(t => t.Id).ToList();
        var numbers = new Dictionary<KernelVersion, int>();
        foreach (var name in context.TreeTags.Where(t => stable.Contains(t.TrackedTreeId) && t.CommitSha != null).Select(t => t.Name))
            if (StableVersion.TryParse(name, out var version) && version.Candidate is null && numbers.GetValueOrDefault(version.Series) < version.Number)
                numbers[version.Series] = version.Number;
        return numbers;
    }

    /// <summary>All that the outcome depends on, in short: the same again is not read again.</summary>
    private static string Fingerprint(IReadOnlyList<GitBranch> branches, ObjectId? queue, SortedDictionary<string, ObjectId> tags)
    {
        var text = new StringBuilder(Rules).Append('\n').Append(queue).Append('\n');
        foreach (var branch in branches)
            text.Append(branch.Name).Append(' ').Append(branch.Tip).Append('\n');
        foreach (var (name, commit) in tags)
            text.Append(name).Append(' ').Append(commit).Append('\n');
        return $"{Rules}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..20]}";
    }

    private static void Write(TrackerContext context, int treeId, List<ReadRound> read)
    {
        var old = context.ReviewRounds.Where(r => r.TrackedTreeId == treeId).Select(r => r.Id);
        context.ReviewPatches.Where(p => old.Contains(p.RoundId)).ExecuteDelete();
        context.ReviewRounds.Where(r => r.TrackedTreeId == treeId).ExecuteDelete();
        var id = context.ReviewRounds.Max(r => (int?)r.Id) ?? 0;
        using var rounds = BulkTable.Insert<ReviewRound>(context);
        using var patches = BulkTable.Insert<ReviewPatch>(context);
        foreach (var round in read)
        {
            rounds.Write(new ReviewRound
            {
                Id = ++id,
                SeriesId = round.Version.Series.SortKey,
                Number = round.Version.Number,
                Candidate = round.Version.Candidate,
                Source = round.Source,
                TrackedTreeId = treeId,
                Since = round.Since.ToUnixTimeSeconds(),
                SinceOffset = (int)round.Since.Offset.TotalMinutes,
                Due = round.Due?.ToUnixTimeSeconds(),
                Patches = round.Patches.Count,
            });
            for (var i = 0; i < round.Patches.Count; i++)
            {
                var patch = round.Patches[i];
                patches.Write(new ReviewPatch
                {
                    RoundId = id,
                    Ordinal = i + 1,
                    Subject = patch.Subject,
                    Author = patch.Author,
                    IsMissing = patch.IsMissing,
                    Upstream = patch.Upstream.Statement,
                    Written = patch.Upstream.Statement == UpstreamStatement.Named ? patch.Upstream.Ids[0] : null,
                });
            }
        }
    }

    /// <summary>Names the patches that a series promises and a queue does not have, each once.</summary>
    private static void NoteMissing(TreeRun run, int treeId, List<ReadRound> rounds)
    {
        const string Kind = "patch missing";
        var known = run.Context.TreeEvents.Where(e => e.TrackedTreeId == treeId && e.Kind == Kind).Select(e => e.Detail).ToHashSet();
        var events = new TreeEvents(run.Context, run.Clock, treeId);
        var missing = 0;
        foreach (var round in rounds)
            foreach (var patch in round.Patches.Where(p => p.IsMissing))
            {
                missing++;
                var detail = $"The series for {round.Version} names {patch.Subject}, but there is no such patch.";
                if (known.Add(detail))
                    events.Add(Kind, detail);
            }
        if (missing > 0)
            run.Message = missing == 1 ? "A patch that a series names is missing." : $"{missing} patches that a series names are missing.";
    }
}
