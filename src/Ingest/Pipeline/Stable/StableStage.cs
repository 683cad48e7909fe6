using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline.Review;
using KernelTracker.Ingest.Pipeline.Vulnerabilities;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>
/// Computes anew, from the stored graph and tags, what depends on several trees: stable updates, what they say about
/// mainline, repairs, reviews, vulnerabilities per series; all in one transaction. So every move of a tag and every tree
/// that comes or goes leads to the state that a fresh ingest would have.
/// </summary>
internal sealed class StableStage(TrackerContext context, TimeProvider clock)
{
    /// <summary>Computes it where anything changed since it was computed last.</summary>
    /// <param name="trees">The configured trees.</param>
    /// <param name="progress">Told what it is doing.</param>
    /// <param name="cancel">Stops it; nothing is written then.</param>
    /// <exception cref="GitRepositoryException">Mainline's repository cannot be read; the next pass tries again.</exception>
    public void Run(IReadOnlyList<ConfiguredTree> trees, Action<string> progress, CancellationToken cancel)
    {
        var order = trees.Where(t => t.Kind == TreeKind.Stable).Select(t => t.Name).ToList();
        var rows = context.TrackedTrees.AsNoTracking().ToList();
        var stable = rows.Where(t => t.Kind == TreeKind.Stable).OrderBy(t => order.IndexOf(t.Name)).ToList();
        var judged = Judge(stable);
        if (!PendingStage.IsDue(context) && !HasOtherRows(judged))
            return;
        // Without mainline published there is nothing that the rest could stand on.
        var source = trees.First(t => t.Kind == TreeKind.Mainline);
        var mainline = rows.Find(t => t is { Kind: TreeKind.Mainline, TipSha: not null } && t.Name == source.Name);
        if (mainline is null)
            return;
        progress(Stages.Stable);
        using var repository = GitRepository.Open(source.Path);
        using var files = new KernelFiles(repository);
        using var transaction = context.Database.BeginTransaction();
        Compute(mainline, stable, judged, files, cancel);
        context.TrackedTrees.Where(t => t.Kind == TreeKind.Stable).ExecuteUpdate(s => s.SetProperty(t => t.RulesVersion, RulesVersion.Current));
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.PublishedAt, clock.GetUtcNow().ToUnixTimeSeconds())
            .SetProperty(x => x.IsStageDue, false));
        transaction.Commit();
    }

    private void Compute(TrackedTree mainline, List<TrackedTree> stable, JudgedStableTags judged, KernelFiles files, CancellationToken cancel)
    {
        Contradict(judged);
        var tip = new ObjectId(mainline.TipSha!);
        var history = StoredHistory.Load(context);
        if (UnreachableCommits.Drop(context, history, UnreachableCommits.StableTips(context).Append(tip)) > 0)
            history = StoredHistory.Load(context);
        cancel.ThrowIfCancellationRequested();

        var names = CommitNames.Load(context);
        // A database of a version that did not keep repairs has none.
        if (!context.Repairs.Any())
            new RepairStage(context).ReadAgain(cancel);
        new RepairStage(context).Resolve(names);

        var found = StableHistory.Find(history, judged, id => context.Commits.Where(c => c.Id == id).Select(c => c.Subject).Single());
        var rulesChanged = stable.Exists(t => t.RulesVersion != RulesVersion.Current);
        IReadOnlyDictionary<int, int> developers = new Dictionary<int, int>();
        if (found.Count > 0)
        {
            var onMainline = history.ReachedFrom(history.Graph.Find(tip)!.Value);
            developers = DeveloperStage.Run(context, history.Commits.Where((_, n) => onMainline[n]), files.Mailmap(tip));
            ReleaseDevelopers.Write(context, history, developers);
            new StableClassification(context, history, files).Run(found, rulesChanged, cancel);
        }
        var links = new UpstreamLinks(context, names);
        links.Find(found.SelectMany(s => s.Updates).SelectMany(u => u.Changesets(history)).Select(n => history.Commits[n].Id).ToHashSet(), rulesChanged, cancel);
        links.Write();
        new UpdateRows(context, history).Write(found, links, StatedReasons.Load(context), developers);
        ReviewStage.Run(context, names);
        new SeriesRows(context).Write(found, history);
        VulnerabilityStage.Run(context);
    }

    private JudgedStableTags Judge(List<TrackedTree> stable)
    {
        var tags = context.TreeTags.AsNoTracking().Where(t => t.CommitSha != null).AsEnumerable().ToLookup(t => t.TrackedTreeId);
        var releases = context.Releases.Where(r => r.State == ReleaseState.Released)
            .Join(context.Commits, r => r.CommitId, c => c.Id, (r, c) => new { r.Id, c.Sha }).ToDictionary(r => r.Id, r => new ObjectId(r.Sha));
        return StableTags.Judge([.. stable.Select(t => tags[t.Id].ToList())], releases);
    }

    /// <summary>
    /// Whether the updates or series would be others than the rows, without any tree being another: the trees are
    /// configured in another order, or the list of series says something else.
    /// </summary>
    private bool HasOtherRows(JudgedStableTags judged)
    {
        var trees = context.StableUpdates.ToDictionary(u => u.Version, u => u.TrackedTreeId);
        if (judged.Updates.Any(u => trees.TryGetValue(u.Version.ToString(), out var tree) && tree != u.TreeId))
            return true;
        return context.StableSeries.AsNoTracking().AsEnumerable().Any(s => !SeriesRows.IsCurrent(s));
    }

    /// <summary>Marks the tags that do not count, and tells of them once.</summary>
    private void Contradict(JudgedStableTags judged)
    {
        var trees = context.TrackedTrees.ToDictionary(t => t.Id, t => t.Name);
        using var table = BulkTable.Update<TreeTag>(context, nameof(TreeTag.Verdict));
        foreach (var tag in context.TreeTags.AsNoTracking().Where(t => t.Verdict == TagVerdict.Contradicted).ToList())
        {
            tag.Verdict = StableVersion.TryParse(tag.Name, out _) ? TagVerdict.StableUpdate : TagVerdict.SeriesBase;
            table.Write(tag);
        }
        foreach (var (tag, counting, treeId) in judged.Contradicted)
        {
            tag.Verdict = TagVerdict.Contradicted;
            table.Write(tag);
            var where = treeId is { } id ? $"in {trees[id]}" : "in mainline";
            var detail = $"The tag {tag.Name} points to {new ObjectId(tag.CommitSha!).Abbreviated} here and to {counting.Abbreviated} {where}, which counts.";
            if (!context.TreeEvents.Any(e => e.Detail == detail))
                new TreeEvents(context, clock, tag.TrackedTreeId).Add("tag contradicted", detail);
        }
    }
}
