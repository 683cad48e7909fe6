using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Joins identities to developers over the whole history.</summary>
internal static class DeveloperStage
{
    /// <summary>Joins, writes what changed and returns the developer of each identity.</summary>
    /// <param name="context">The database.</param>
    /// <param name="commits">The commits of mainline, by which the name and address are chosen that stand for a developer.</param>
    /// <param name="mailmap">Mainline's .mailmap.</param>
    public static Dictionary<int, int> Run(TrackerContext context, IEnumerable<StoredCommit> commits, Mailmap mailmap)
    {
        var changesets = commits.Where(c => !c.IsMerge).CountBy(c => c.AuthorId).ToDictionary();
        var stored = context.Identities.ToDictionary(i => i.Id);
        var joined = DeveloperJoiner.Join(
            [.. stored.Values.OrderBy(i => i.Id).Select(i => new IdentityUse(i.Id, i.Name, i.Email, changesets.GetValueOrDefault(i.Id)))], mailmap);

        var before = context.Developers.ToDictionary(d => d.Id);
        using var identities = BulkTable.Update<Identity>(context, nameof(Identity.DeveloperId));
        using var developers = BulkTable.Insert<Developer>(context, replace: true);
        var result = new Dictionary<int, int>(stored.Count);
        foreach (var developer in joined)
        {
            if (!before.Remove(developer.Id, out var old) || old.Name != developer.Name || old.Email != developer.Email)
                developers.Write(new Developer { Id = developer.Id, Name = developer.Name, Email = developer.Email });
            foreach (var id in developer.IdentityIds)
            {
                result.Add(id, developer.Id);
                if (stored[id].DeveloperId == developer.Id)
                    continue;
                stored[id].DeveloperId = developer.Id;
                identities.Write(stored[id]);
            }
        }
        foreach (var gone in before.Keys)
            context.Developers.Where(d => d.Id == gone).ExecuteDelete();
        return result;
    }
}
