using KernelTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>
/// Counts the developers of mainline's releases again, where names and addresses that only stable trees have showed
/// that two of them are one.
/// </summary>
internal static class ReleaseDevelopers
{
    /// <summary>Counts, and writes what is another number than before, in the context's current transaction.</summary>
    public static void Write(TrackerContext context, StoredHistory history, IReadOnlyDictionary<int, int> developers)
    {
        var seen = new HashSet<int>();
        var authors = history.Commits.Where(c => !c.IsMerge && c.ReleaseId is not null).ToLookup(c => c.ReleaseId!.Value, c => developers[c.AuthorId]);
        foreach (var release in context.Releases.AsNoTracking().OrderBy(r => r.Id).ToList())
        {
            var all = authors[release.Id].ToHashSet();
            var fresh = all.Count(seen.Add);
            if (release.Developers != all.Count || release.NewDevelopers != fresh)
                context.Releases.Where(r => r.Id == release.Id).ExecuteUpdate(s => s.SetProperty(r => r.Developers, all.Count).SetProperty(r => r.NewDevelopers, fresh));
        }
    }
}
