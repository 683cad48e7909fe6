using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// Turns stored commits into published releases, windows and pulls: everything that depends on refs is computed anew
/// from the graph, and only what differs from the rows is written, all in one transaction. So every change of refs,
/// expected or not, leads to the state that a fresh ingest would have.
/// </summary>
internal sealed class Publisher(TrackerContext context, GitRepository repository, TrackedTree tree, TreeEvents events, TimeProvider clock)
{
    /// <summary>Publishes the state of the given refs.</summary>
    /// <param name="tip">Tip of the tracked branch.</param>
    /// <param name="tags">The tags as read.</param>
    /// <param name="rulesVersion">Version of the classification rules.</param>
    /// <param name="hasOlder">Whether commits are stored that an earlier run read, perhaps by other rules.</param>
    /// <param name="isSample">Whether this is the bundled sample history.</param>
    /// <param name="cancel">Stops it; nothing is written then.</param>
    public void Publish(ObjectId tip, IReadOnlyList<GitTag> tags, string rulesVersion, bool hasOlder, bool isSample, CancellationToken cancel)
    {
        using var transaction = context.Database.BeginTransaction();
        using var files = new KernelFiles(repository);
        var rulesChanged = tree.RulesVersion != rulesVersion;
        var history = WithoutUnreachable(tip);
        var tipNode = history.Graph.Find(tip) ?? throw new InvalidOperationException($"The tip {tip} is not stored.");

        var onBranch = history.ReachedFrom(tipNode);
        var judged = ReleaseTags.Judge(tags, history.Graph, onBranch);
        var points = ReleaseTags.Order(judged, tipNode);
        var attribution = MainlineAttribution.Compute(history.Graph, points);
        var developers = DeveloperStage.Run(context, history.Commits.Where((_, n) => onBranch[n]), files.Mailmap(tip));
        cancel.ThrowIfCancellationRequested();

        var trees = new SourceTrees(context);
        var messages = new MergeMessages(context);
        var pulls = new PullStage(context, history, trees, messages);
        if (rulesChanged)
            pulls.ForgetAll();
        if (rulesChanged && hasOlder)
            new RepairStage(context).ReadAgain(cancel);
        var merges = attribution.Chain.Where(n => history.Commits[n].IsMerge).Select(n => history.Commits[n].Id).ToList();
        pulls.KeepOnly(merges.ToHashSet());
        pulls.FindTrees(merges);
        var dirty = Attribute(history, points, attribution, developers, pulls, trees);
        cancel.ThrowIfCancellationRequested();

        var interning = Interning.Load(context);
        var figures = new ReleaseFigures(context, history, points, attribution, developers);
        var subsystemStage = new SubsystemStage(context, files);
        var maintainers = subsystemStage.FilesFor([.. points.Select(p => history.Graph.Id(p.Node))]);
        dirty.UnionWith(figures.Changed(maintainers));
        if (rulesChanged)
            dirty.UnionWith(points.Select(p => p.Version.SortKey));
        Classify(history, points, maintainers, subsystemStage, interning, dirty, rulesChanged && hasOlder, cancel);
        EmployerStage.Run(context, history.Commits, EmployerMap.Default);

        pulls.Write(dirty, history.Commits.Where(c => c.Position is not null).ToLookup(c => c.Position!.Value), attribution.Chain, PartNames(interning), interning);
        WriteParts(interning);
        new FlowStage(context, history, trees, messages).Run(points.Select(p => p.Version.SortKey).ToHashSet(), dirty, attribution.Chain);
        WriteCommits(history);
        figures.Write(maintainers);
        WriteRefs(tip, judged, rulesVersion);
        WriteState(history, isSample);
        transaction.Commit();
    }

    /// <summary>The history without the commits that neither the branch nor a stable tag reaches any more.</summary>
    private StoredHistory WithoutUnreachable(ObjectId tip)
    {
        var history = StoredHistory.Load(context);
        if (!history.Graph.Contains(tip))
            return history;
        var gone = UnreachableCommits.Drop(context, history, UnreachableCommits.StableTips(context).Append(tip));
        if (gone == 0)
            return history;
        // The sample making way for a real tree is no news about that tree.
        if (!context.States.Any(s => s.IsSample))
            events.Add("commits dropped", $"The branch {tree.Branch} no longer contains {gone} commits that it had; they are not counted any more.");
        return StoredHistory.Load(context);
    }

    /// <summary>Sets position, release, candidate and way in of every commit; returns the releases that this changed.</summary>
    private HashSet<int> Attribute(
        StoredHistory history, IReadOnlyList<ReleasePoint> points, MainlineAttribution attribution,
        Dictionary<int, int> developers, PullStage pulls, SourceTrees trees)
    {
        var waysIn = WaysIn(history, attribution, ChainOwners.Of(history, points, attribution, developers), developers, pulls, trees);
        var dirty = new HashSet<int>();
        for (var node = 0; node < history.Commits.Count; node++)
        {
            var commit = history.Commits[node];
            var position = attribution.Position[node];
            var (arrival, sourceTree) = position > 0 ? waysIn[position - 1] : (Arrival.None, null);
            var release = attribution.Release[node];
            int? releaseId = release == MainlineAttribution.Nowhere ? null : points[release].Version.SortKey;
            int? candidate = attribution.Candidate[node] == MainlineAttribution.Nowhere ? null : attribution.Candidate[node];
            int? place = position == 0 ? null : position;
            if (commit.Position == place && commit.ReleaseId == releaseId && commit.Candidate == candidate && commit.Arrival == arrival && commit.SourceTreeId == sourceTree)
                continue;
            MarkDirty(commit.ReleaseId);
            MarkDirty(releaseId);
            (commit.Position, commit.ReleaseId, commit.Candidate, commit.Arrival, commit.SourceTreeId) = (place, releaseId, candidate, arrival, sourceTree);
            commit.IsChanged = true;
        }
        return dirty;

        void MarkDirty(int? release)
        {
            if (release is { } id)
                dirty.Add(id);
        }
    }

    /// <summary>
    /// By position: how its commits came in and from where. What another committer than the chain's owner put on the
    /// chain was there before the branch was moved forward to it, and belongs to that committer's tree.
    /// </summary>
    private List<(Arrival Arrival, int? SourceTree)> WaysIn(
        StoredHistory history, MainlineAttribution attribution, IReadOnlyList<int> owners, Dictionary<int, int> developers, PullStage pulls, SourceTrees trees)
    {
        return [.. attribution.Chain.Select(WayIn)];

        (Arrival, int?) WayIn(int node)
        {
            var link = history.Commits[node];
            var committer = developers[link.CommitterId];
            var isOwner = committer == owners[attribution.Release[node]];
            // A deputy's merge of a named repository is a pull like the owner's.
            if (link.IsMerge && (isOwner || trees.IsRepository(pulls.TreeOf(link.Id))))
                return (Arrival.Pull, pulls.TreeOf(link.Id));
            if (isOwner)
                return (Arrival.Direct, trees.Direct().Id);
            return (link.IsMerge ? Arrival.Pull : Arrival.FastForward, trees.FastForward(DeveloperName(committer)).Id);
        }
    }

    private readonly Dictionary<int, string> _developerNames = [];

    private string DeveloperName(int developerId)
    {
        if (!_developerNames.TryGetValue(developerId, out var name))
            _developerNames.Add(developerId, name = context.Developers.Where(d => d.Id == developerId).Select(d => d.Name).Single());
        return name;
    }

    private void Classify(
        StoredHistory history, IReadOnlyList<ReleasePoint> points, IReadOnlyList<ObjectId?> maintainers, SubsystemStage stage,
        Interning interning, HashSet<int> dirty, bool areasToo, CancellationToken cancel)
    {
        stage.WriteRows([.. points.Select((p, i) => (p.Version.SortKey, maintainers[i]))]);
        var subsystems = new Dictionary<int, ReleaseSubsystems>();
        for (var i = 0; i < points.Count; i++)
        {
            var id = points[i].Version.SortKey;
            if (maintainers[i] is { } blob && dirty.Contains(id))
                subsystems.Add(id, stage.Rules(blob));
        }
        var changesets = history.Commits.Where(c => !c.IsMerge && c.ReleaseId is { } r && dirty.Contains(r)).ToList();
        new ClassificationStage(context, interning).Run(changesets, c => subsystems.GetValueOrDefault(c.ReleaseId!.Value), areasToo, cancel);
    }

    private Dictionary<int, string> PartNames(Interning interning)
    {
        var names = context.AreaParts.ToDictionary(p => p.Id, p => p.Name);
        interning.NewParts.ForEach(p => names.Add(p.Id, p.Name));
        return names;
    }

    private void WriteParts(Interning interning)
    {
        using var parts = BulkTable.Insert<AreaPart>(context);
        interning.NewParts.ForEach(parts.Write);
        interning.Written();
    }

    private void WriteCommits(StoredHistory history)
    {
        using var table = BulkTable.Update<Commit>(context,
            nameof(Commit.Position), nameof(Commit.ReleaseId), nameof(Commit.Candidate), nameof(Commit.Arrival),
            nameof(Commit.SourceTreeId), nameof(Commit.Area), nameof(Commit.AreaPartId), nameof(Commit.SubsystemId), nameof(Commit.EmployerId), nameof(Commit.OriginTreeId));
        foreach (var commit in history.Commits.Where(c => c.IsChanged))
        {
            table.Write(new Commit
            {
                Id = commit.Id,
                Sha = [],
                Subject = "",
                Position = commit.Position,
                ReleaseId = commit.ReleaseId,
                Candidate = commit.Candidate,
                Arrival = commit.Arrival,
                SourceTreeId = commit.SourceTreeId,
                Area = commit.Area,
                AreaPartId = commit.AreaPartId,
                SubsystemId = commit.SubsystemId,
                EmployerId = commit.EmployerId,
                OriginTreeId = commit.OriginTreeId,
            });
        }
    }

    private void WriteRefs(ObjectId tip, IReadOnlyList<JudgedTag> judged, string rulesVersion)
    {
        foreach (var happening in RefChanges.Describe(context.TreeTags.Where(t => t.TrackedTreeId == tree.Id).ToList(), judged))
            events.Add(happening.Kind, happening.Detail);
        // Another mainline's row goes with its tags; the tags of stable trees are theirs.
        var others = context.TrackedTrees.Where(t => t.Id != tree.Id && t.Kind == TreeKind.Mainline).Select(t => t.Id);
        context.TreeTags.Where(t => t.TrackedTreeId == tree.Id || others.Contains(t.TrackedTreeId)).ExecuteDelete();
        using var table = BulkTable.Insert<TreeTag>(context);
        foreach (var tag in judged)
            table.Write(tag.ToRow(tree.Id));
        tree.TipSha = tip.ToBytes();
        tree.RulesVersion = rulesVersion;
        context.TrackedTrees.Where(t => t.Id != tree.Id && t.Kind == TreeKind.Mainline).ExecuteDelete();
        context.TrackedTrees.Where(t => t.Id == tree.Id).ExecuteUpdate(s => s
            .SetProperty(t => t.TipSha, tree.TipSha).SetProperty(t => t.RulesVersion, rulesVersion));
    }

    private void WriteState(StoredHistory history, bool isSample)
    {
        var state = context.States.Single();
        state.DataVersion++;
        state.PublishedAt = clock.GetUtcNow().ToUnixTimeSeconds();
        state.IsSample = isSample;
        state.IsStageDue = true;
        state.Changesets = history.Commits.Count(c => !c.IsMerge && c.ReleaseId is not null);
        state.UncountedChangesets = history.Commits.Count(c => !c.IsMerge && c.ReleaseId is not null && c.Added is null && !c.Marks.HasFlag(CommitMarks.Unreadable));
        using var table = BulkTable.Insert<TrackerState>(context, replace: true);
        table.Write(state);
    }
}
