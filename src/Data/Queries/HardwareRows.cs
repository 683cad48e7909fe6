using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A hardware addition as read, with what other queries need of it.</summary>
/// <param name="Id">Number of the row.</param>
/// <param name="Item">The addition.</param>
/// <param name="Position">Position of its first changeset on the mainline chain; null when not known.</param>
/// <param name="RemovalPosition">Position of the changeset that withdrew it; null when not known.</param>
/// <param name="SourceTreeId">The tree its first changeset came through; null when not known.</param>
/// <param name="ReleaseId">The release that added it.</param>
/// <param name="RemovedReleaseId">The release without it again; null while it is there.</param>
internal sealed record HardwareRow(
    int Id, HardwareItem Item, int? Position, int? RemovalPosition, int? SourceTreeId, int ReleaseId, int? RemovedReleaseId);

/// <summary>Reads hardware additions, a few queries for any number of them.</summary>
internal static class HardwareRows
{
    /// <summary>Those of the numbers given, in their order.</summary>
    public static async Task<List<HardwareRow>> ReadAsync(TrackerContext context, IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var rows = (await ReadAsync(context, context.HardwareAdditions.Where(a => EF.Parameter(ids).Contains(a.Id)), cancellation)).ToDictionary(r => r.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>Those of a query, by name.</summary>
    public static async Task<List<HardwareRow>> ReadAsync(TrackerContext context, IQueryable<HardwareAddition> additions, CancellationToken cancellation)
    {
        var rows = await (
            from addition in additions
            join release in context.Releases on addition.ReleaseId equals release.Id
            from commit in context.Commits.Where(c => c.Id == addition.CommitId).DefaultIfEmpty()
            from pull in context.Pulls.Where(p => p.ReleaseId == commit!.ReleaseId && p.Position == commit.Position).DefaultIfEmpty()
            from merge in context.Commits.Where(c => c.Id == pull!.CommitId).DefaultIfEmpty()
            from tree in context.SourceTrees.Where(t => t.Id == pull!.SourceTreeId).DefaultIfEmpty()
            from removal in context.Commits.Where(c => c.Id == addition.RemovalCommitId).DefaultIfEmpty()
            from removed in context.Releases.Where(r => r.Id == addition.RemovedReleaseId).DefaultIfEmpty()
            from graduated in context.Releases.Where(r => r.Id == addition.GraduatedReleaseId).DefaultIfEmpty()
            select new
            {
                Addition = addition,
                release.Version,
                release.State,
                Commit = commit == null ? null : new { commit.Sha, commit.Candidate, commit.Position, commit.CommitTime, commit.CommitOffset, commit.SourceTreeId },
                Pull = pull == null ? null : new { pull.Title, pull.Changesets, merge!.Sha, merge.CommitTime, merge.CommitOffset, Tree = tree!.Name },
                Removal = removal == null ? null : new { removal.Sha, removal.Position },
                RemovedIn = removed!.Version,
                GraduatedIn = graduated!.Version,
            }).ToListAsync(cancellation);
        var parts = (await (
            from part in context.HardwareParts
            where additions.Select(a => a.Id).Contains(part.AdditionId)
            orderby part.AdditionId, part.Ordinal
            select part).ToListAsync(cancellation)).ToLookup(p => p.AdditionId, p => p.Name);
        var ids = (await (
            from id in context.DeviceIds
            where id.AdditionId != null && additions.Select(a => a.Id).Contains(id.AdditionId.Value)
            orderby id.Bus, id.Text
            select new { id.AdditionId, id.Bus, id.Text, id.Label }).ToListAsync(cancellation))
            .ToLookup(i => i.AdditionId!.Value, i => new HardwareIdLine(i.Bus, i.Text, i.Label));
        var changesets = (await (
            from changeset in context.HardwareChangesets
            where additions.Select(a => a.Id).Contains(changeset.AdditionId)
                && changeset.Role != EvidenceRole.Removal && changeset.Role != EvidenceRole.Graduation
            join commit in context.Commits on changeset.CommitId equals commit.Id
            orderby changeset.AdditionId, commit.Id
            select new { changeset.AdditionId, commit.Sha }).ToListAsync(cancellation)).ToLookup(c => c.AdditionId, c => new ObjectId(c.Sha));

        return
        [
            .. from row in rows
               let addition = row.Addition
               let committed = row.Commit is null ? (DateTimeOffset?)null : GitTime.At(row.Commit.CommitTime, row.Commit.CommitOffset)
               let first = row.Commit is null ? Enumerable.Empty<ObjectId>() : [new ObjectId(row.Commit.Sha)]
               let item = new HardwareItem
               {
                   Key = addition.Key,
                   Name = addition.Name,
                   Category = addition.Category,
                   Vendor = addition.Vendor,
                   Kind = addition.Kind,
                   Parts = [.. parts[addition.Id]],
                   Basis = addition.Basis,
                   Symbol = addition.Symbol,
                   Driver = addition.Driver,
                   Module = addition.Module,
                   // A driver of several files may hold an id in more than one of them.
                   Ids = [.. ids[addition.Id].DistinctBy(i => (i.Bus, i.Text))],
                   Release = new ReleasePoint(row.Version, row.State, row.Commit?.Candidate),
                   Changesets = [.. first.Concat(changesets[addition.Id]).Distinct()],
                   Pull = row.Pull is null ? null : new PullLink(new ObjectId(row.Pull.Sha), row.Pull.Title, row.Pull.Tree, row.Pull.Changesets),
                   Committed = committed,
                   Arrived = row.Pull is null ? committed : GitTime.At(row.Pull.CommitTime, row.Pull.CommitOffset),
                   IsWithdrawn = addition.IsWithdrawn,
                   RemovalChangeset = row.Removal is null ? null : new ObjectId(row.Removal.Sha),
                   RemovedIn = row.RemovedIn,
                   GraduatedIn = row.GraduatedIn,
               }
               orderby item.Name.ToUpperInvariant(), item.Key
               select new HardwareRow(addition.Id, item, row.Commit?.Position, row.Removal?.Position, row.Commit?.SourceTreeId, addition.ReleaseId, addition.RemovedReleaseId),
        ];
    }
}
