using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Makes the rows of pulls: what each merge of the chain says and what it brought.</summary>
internal sealed class PullStage(TrackerContext context, StoredHistory history, SourceTrees trees)
{
    private readonly Dictionary<int, Pull> _pulls = context.Pulls.ToDictionary(p => p.CommitId);

    /// <summary>
    /// Reads the messages of the chain's merges that have no pull yet. Their other fields are set when their release is counted.
    /// </summary>
    /// <param name="merges">Row numbers of the chain's merges.</param>
    public void Read(IReadOnlyList<int> merges)
    {
        foreach (var batch in merges.Where(m => !_pulls.ContainsKey(m)).Chunk(500))
        {
            var texts = context.Commits.Where(c => batch.Contains(c.Id))
                .Join(context.CommitMessages, c => c.Id, m => m.CommitId, (c, m) => new { c.Id, c.Subject, m.Body })
                .ToDictionary(t => t.Id);
            foreach (var id in batch)
                _pulls.Add(id, Parse(id, texts[id].Subject, texts[id].Body));
        }
    }

    /// <summary>Lets every message be read again: the rules for reading them have changed.</summary>
    public void ForgetAll() => _pulls.Clear();

    /// <summary>The tree that a merge of the chain came from.</summary>
    public int TreeOf(int mergeId) => _pulls[mergeId].SourceTreeId;

    /// <summary>Sets the tree of a merge that its message does not tell.</summary>
    public void SetTree(int mergeId, int sourceTreeId) => _pulls[mergeId].SourceTreeId = sourceTreeId;

    /// <summary>Forgets pulls whose merge is not on the chain any more.</summary>
    public void KeepOnly(IReadOnlySet<int> merges)
    {
        foreach (var gone in _pulls.Keys.Where(id => !merges.Contains(id)).ToList())
        {
            _pulls.Remove(gone);
            context.Pulls.Where(p => p.CommitId == gone).ExecuteDelete();
        }
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
        using var table = BulkTable.Insert<Pull>(context, replace: true);
        var treeNames = context.SourceTrees.ToDictionary(t => t.Id, t => t.Name);
        foreach (var node in chain)
        {
            var merge = history.Commits[node];
            if (!merge.IsMerge || !releaseIds.Contains(merge.ReleaseId!.Value))
                continue;
            var pull = _pulls[merge.Id];
            var brought = commitsByPosition[merge.Position!.Value].ToList();
            var changesets = brought.Where(c => !c.IsMerge).ToList();
            pull.Position = merge.Position.Value;
            pull.ReleaseId = merge.ReleaseId.Value;
            pull.Commits = brought.Count;
            pull.Changesets = changesets.Count;
            (pull.AddedLines, pull.RemovedLines) = LineSums.Of(changesets);
            var verdict = AreaClassifier.Default.ClassifyPull(
                changesets.CountBy(c => new AreaVerdict(c.Area, c.AreaPartId is { } part ? partNames[part] : null)).ToDictionary(),
                treeNames[pull.SourceTreeId]);
            pull.Area = verdict.Area;
            pull.AreaPartId = interning.Part(verdict.Area, verdict.Part);
            pull.SubsystemId = changesets.Where(c => c.SubsystemId is not null).CountBy(c => c.SubsystemId!.Value)
                .OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => (int?)p.Key).FirstOrDefault();
            table.Write(pull);
            if (merge.Area != pull.Area || merge.AreaPartId != pull.AreaPartId || merge.SubsystemId != pull.SubsystemId)
            {
                (merge.Area, merge.AreaPartId, merge.SubsystemId) = (pull.Area, pull.AreaPartId, pull.SubsystemId);
                merge.IsChanged = true;
            }
        }
    }

    private Pull Parse(int commitId, string subject, string body)
    {
        var merge = MergeMessage.Parse(subject, body);
        return new Pull
        {
            CommitId = commitId,
            SourceTreeId = trees.Of(merge).Id,
            RefKind = merge.RefKind,
            RefName = merge.RefName,
            From = merge.From,
            Title = merge.Title,
            Text = merge.Text,
        };
    }
}
