using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>What a stable changeset says about its upstream.</summary>
/// <param name="Statement">The kind of statement.</param>
/// <param name="Backports">The mainline commits it names.</param>
internal sealed record UpstreamLink(UpstreamStatement Statement, IReadOnlyList<Backport> Backports);

/// <summary>
/// Knows what stable changesets say about their upstream. A message says the same until the rules for reading it
/// change: what is stored is not read again, only led anew to the commits that are held by now.
/// </summary>
internal sealed class UpstreamLinks(TrackerContext context, CommitNames names)
{
    private readonly Dictionary<int, UpstreamLink> _links = [];

    /// <summary>The link of a changeset; it must have been found.</summary>
    public UpstreamLink Of(int commitId) => _links[commitId];

    /// <summary>Finds the links of changesets.</summary>
    /// <param name="commitIds">The changesets.</param>
    /// <param name="readAgain">Whether the rules for reading messages have changed.</param>
    /// <param name="cancel">Stops it.</param>
    public void Find(IReadOnlySet<int> commitIds, bool readAgain, CancellationToken cancel)
    {
        if (!readAgain)
            TakeStored(commitIds);
        foreach (var (id, message) in StoredMessages.Read(context, commitIds.Where(id => !_links.ContainsKey(id))))
        {
            cancel.ThrowIfCancellationRequested();
            var text = UpstreamLines.Read(message);
            var ids = text.Statement == UpstreamStatement.Named ? text.Ids : [];
            _links.Add(id, new UpstreamLink(text.Statement, [.. ids.Select((written, i) => Resolve(new Backport { CommitId = id, Ordinal = i, Written = written }))]));
        }
    }

    /// <summary>Writes all links found in place of the stored ones, in the context's current transaction.</summary>
    public void Write()
    {
        context.Backports.ExecuteDelete();
        using var table = BulkTable.Insert<Backport>(context);
        foreach (var (_, link) in _links.OrderBy(l => l.Key))
        {
            foreach (var backport in link.Backports)
                table.Write(backport);
        }
    }

    private void TakeStored(IReadOnlySet<int> commitIds)
    {
        var backports = context.Backports.AsNoTracking().OrderBy(b => b.CommitId).ThenBy(b => b.Ordinal).AsEnumerable().ToLookup(b => b.CommitId);
        foreach (var stored in context.StableChangesets.Select(c => new { c.CommitId, c.Upstream }).AsEnumerable().Where(c => commitIds.Contains(c.CommitId)))
            _links.TryAdd(stored.CommitId, new UpstreamLink(stored.Upstream, [.. backports[stored.CommitId].Select(Resolve)]));
    }

    private Backport Resolve(Backport backport)
    {
        (backport.State, backport.UpstreamCommitId) = names.Find(backport.Written);
        return backport;
    }
}
