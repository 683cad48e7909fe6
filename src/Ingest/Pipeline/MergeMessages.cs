using KernelTracker.Data;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>The stored messages of merges, read and understood once each.</summary>
internal sealed class MergeMessages(TrackerContext context)
{
    private const int Batch = 500;

    private readonly Dictionary<int, MergeInfo> _read = [];

    /// <summary>What a merge that was read says.</summary>
    /// <param name="mergeId">Row number of the merge.</param>
    public MergeInfo this[int mergeId] => _read[mergeId];

    /// <summary>Reads the messages of merges, those aside that were read before.</summary>
    /// <param name="mergeIds">Row numbers of the merges.</param>
    public void Read(IEnumerable<int> mergeIds)
    {
        foreach (var batch in mergeIds.Where(id => !_read.ContainsKey(id)).Chunk(Batch))
        {
            var texts = context.Commits.Where(c => batch.Contains(c.Id))
                .Join(context.CommitMessages, c => c.Id, m => m.CommitId, (c, m) => new { c.Id, c.Subject, m.Body });
            foreach (var text in texts)
                _read.Add(text.Id, MergeMessage.Parse(text.Subject, text.Body));
        }
    }
}
