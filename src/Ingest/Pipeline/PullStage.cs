using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Makes the rows of pulls: what each merge of the chain says and what it brought.</summary>
internal sealed class PullStage(TrackerContext context, StoredHistory history, SourceTrees trees, MergeMessages messages)
{
    // The tree of a merge by another committer than the chain's owner depends on who the owner is: found anew each time.
    private readonly Dictionary<int, int> _trees = (
        from pull in context.Pulls
        join tree in context.SourceTrees on pull.SourceTreeId equals tree.Id
        where tree.Kind != SourceKind.FastForward
        select new { pull.CommitId, tree.Id }).ToDictionary(p => p.CommitId, p => p.Id);

    /// <summary>Finds the tree of each merge of the chain, reading the messages of those that are new.</summary>
    /// <param name="merges">Row numbers of the chain's merges.</param>
    public void FindTrees(IReadOnlyList<int> merges)
    {
        var fresh = merges.Where(m => !_trees.ContainsKey(m)).ToList();
        messages.Read(fresh);
        foreach (var merge in fresh)
            _trees.Add(merge, trees.Of(messages[merge]).Id);
    }

    /// <summary>Lets every message be read again: the rules for reading them have changed.</summary>
    public void ForgetAll() => _trees.Clear();

    /// <summary>The tree that a merge of the chain came from.</summary>
    public int TreeOf(int mergeId) => _trees[mergeId];

    /// <summary>Removes pulls whose merge is not on the chain any more.</summary>
    public void KeepOnly(IReadOnlySet<int> merges)
    {
        foreach (var gone in context.Pulls.Select(p => p.CommitId).AsEnumerable().Where(id => !merges.Contains(id)).ToList())
            context.Pulls.Where(p => p.CommitId == gone).ExecuteDelete();
    }

    /// <summary>Counts and writes the pulls of some releases.</summary>
    /// <param name="releaseIds">The releases.</param>
    /// <param name="commitsByPosition">Nodes of the commits that share a position.</param>
    /// <param name="chain">Node at each position (from 1, at index position − 1).</param>
    /// <param name="partNames">Names of parts of areas.</param>
    /// <param name="interning">Numbers of parts of areas.</param>
    public void Write(
        IReadOnlySet<int> releaseIds, ILookup<int, StoredCommit> commitsByPosition, IReadOnlyList<int> chain, IReadOnlyDictionary<int, string> partNames, Interning interning)
    {
        var treeNames = context.SourceTrees.ToDictionary(t => t.Id, t => t.Name);
        var merges = chain.Select(n => history.Commits[n]).Where(c => c.IsMerge && releaseIds.Contains(c.ReleaseId!.Value)).ToList();
        messages.Read(merges.Select(m => m.Id));
        using var table = BulkTable.Insert<Pull>(context, replace: true);
        foreach (var merge in merges)
        {
            var brought = commitsByPosition[merge.Position!.Value].ToList();
            var changesets = brought.Where(c => !c.IsMerge).ToList();
            var treeId = merge.SourceTreeId!.Value;
            var verdict = AreaClassifier.Default.ClassifyPull(
                changesets.CountBy(c => new AreaVerdict(c.Area, c.AreaPartId is { } part ? partNames[part] : null)).ToDictionary(), treeNames[treeId]);
            var message = messages[merge.Id];
            var (added, removed) = LineSums.Of(changesets);
            var pull = new Pull
            {
                CommitId = merge.Id,
                Position = merge.Position.Value,
                ReleaseId = merge.ReleaseId!.Value,
                SourceTreeId = treeId,
                RefKind = message.RefKind,
                RefName = message.RefName,
                From = message.From,
                Title = message.IsTitleWords || changesets.Count == 0 ? message.Title : PullTitle.Of(verdict, message.RefName),
                Text = message.Text,
                Commits = brought.Count,
                Changesets = changesets.Count,
                AddedLines = added,
                RemovedLines = removed,
                Area = verdict.Area,
                AreaPartId = interning.Part(verdict.Area, verdict.Part),
                SubsystemId = changesets.Where(c => c.SubsystemId is not null).CountBy(c => c.SubsystemId!.Value)
                    .OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => (int?)p.Key).FirstOrDefault(),
            };
            table.Write(pull);
            // The merges within are about what the pull is about: on their own they change nothing.
            foreach (var inner in brought.Where(c => c.IsMerge && (c.Area, c.AreaPartId, c.SubsystemId) != (pull.Area, pull.AreaPartId, pull.SubsystemId)))
            {
                (inner.Area, inner.AreaPartId, inner.SubsystemId) = (pull.Area, pull.AreaPartId, pull.SubsystemId);
                inner.IsChanged = true;
            }
        }
    }
}
