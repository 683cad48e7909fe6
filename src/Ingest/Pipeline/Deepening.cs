using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// What a shallow clone lacked when it was read may have been fetched since. Numbers of commits rise from parents to
/// children, so older history cannot be put before what is stored: all of it is read again.
/// </summary>
internal static class Deepening
{
    /// <summary>Whether the repository has a parent by now that was missing when its child was read.</summary>
    public static bool Happened(TrackerContext context, GitRepository repository)
    {
        var boundary = context.Commits.Where(c => (c.Marks & CommitMarks.MissingParent) != 0).Select(c => c.Sha).ToList();
        if (boundary.Count == 0)
            return false;
        var known = context.Commits.Select(c => c.Sha).AsEnumerable().Select(s => new ObjectId(s)).ToHashSet();
        using var reader = repository.NewReader();
        foreach (var child in boundary)
        {
            if (!reader.TryRead(new ObjectId(child), GitObjectKind.Commit, out var raw))
                continue;
            foreach (var parent in CommitParser.ParseHeader(raw).Parents)
            {
                if (!known.Contains(parent) && reader.TryRead(parent, GitObjectKind.Commit, out _))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Takes out the commits and all that refers to them; pages have nothing to show until they are read and published again.</summary>
    public static void ForgetHistory(TrackerContext context, TreeEvents events)
    {
        using var transaction = context.Database.BeginTransaction();
        using (var search = SearchIndex.Open(context))
        {
            foreach (var id in context.Commits.Select(c => c.Id).ToList())
                search.Delete(id);
        }
        context.Pulls.ExecuteDelete();
        context.Candidates.ExecuteDelete();
        context.Releases.ExecuteDelete();
        context.StableDeviceIds.ExecuteDelete();
        context.StableChangesets.ExecuteDelete();
        context.StableUpdates.ExecuteDelete();
        context.StableSeries.ExecuteDelete();
        context.InterfaceChanges.ExecuteDelete();
        context.InterfaceSpans.ExecuteDelete();
        context.InterfaceNames.ExecuteDelete();
        context.InterfaceReadings.ExecuteDelete();
        context.NotableSheets.ExecuteDelete();
        context.Backports.ExecuteDelete();
        context.Repairs.ExecuteDelete();
        context.FileChanges.ExecuteDelete();
        context.Trailers.ExecuteDelete();
        context.CommitParents.ExecuteDelete();
        context.CommitMessages.ExecuteDelete();
        context.Commits.ExecuteDelete();
        context.TrackedTrees.ExecuteUpdate(s => s.SetProperty(t => t.TipSha, (byte[]?)null));
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.IsStageDue, true)
            .SetProperty(x => x.Changesets, 0)
            .SetProperty(x => x.UncountedChangesets, 0));
        events.Add("history deepened", "The repository holds older history now than when it was read; all of it is read again.");
        transaction.Commit();
    }

    /// <summary>
    /// Takes out the commits that only stable trees reach; their updates are counted again when they are read. Mainline,
    /// whose history has its own repository, stays.
    /// </summary>
    public static void ForgetBesidesMainline(TrackerContext context, TreeEvents events)
    {
        using var transaction = context.Database.BeginTransaction();
        var tips = context.TrackedTrees.Where(t => t.Kind == TreeKind.Mainline && t.TipSha != null).Select(t => t.TipSha!).AsEnumerable().Select(sha => new ObjectId(sha));
        UnreachableCommits.Drop(context, StoredHistory.Load(context), tips);
        events.Add("history deepened", "The repository holds older history now than when it was read; its updates are read again.");
        transaction.Commit();
    }
}
