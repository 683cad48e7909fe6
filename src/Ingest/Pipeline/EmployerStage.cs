using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Tells for whom the authors of mainline's changesets worked when they wrote them.</summary>
internal static class EmployerStage
{
    /// <summary>Writes the employers that the map knows, and sets that of every changeset of mainline.</summary>
    public static void Run(TrackerContext context, IReadOnlyList<StoredCommit> commits, EmployerMap map)
    {
        WriteNames(context, map.Names);
        var numbers = map.Names.Index().ToDictionary(n => n.Item, n => n.Index + 1, StringComparer.Ordinal);
        var spells = context.Identities.Select(i => new { i.Id, i.Email }).AsEnumerable().ToDictionary(i => i.Id, i => map.For(i.Email));
        foreach (var commit in commits)
        {
            var known = commit.IsMerge || commit.ReleaseId is null ? [] : spells[commit.AuthorId];
            var employer = known.Count == 0 ? null : On(known, Day(commit.AuthorTime));
            int? id = employer is null ? null : numbers[employer];
            if (commit.EmployerId == id)
                continue;
            commit.EmployerId = id;
            commit.IsChanged = true;
        }
    }

    private static string? On(IReadOnlyList<EmployerSpell> spells, DateOnly day) => spells.FirstOrDefault(s => s.Covers(day))?.Employer;

    /// <summary>The day of a time in UTC; times beyond the calendar (authors' clocks are anything) are its ends.</summary>
    private static DateOnly Day(long seconds) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(
            Math.Clamp(seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds())).UtcDateTime);

    private static void WriteNames(TrackerContext context, IReadOnlyList<string> names)
    {
        if (context.Employers.OrderBy(e => e.Id).Select(e => e.Name).AsEnumerable().SequenceEqual(names))
            return;
        context.Employers.ExecuteDelete();
        using var table = BulkTable.Insert<Employer>(context);
        foreach (var (index, name) in names.Index())
            table.Write(new Employer { Id = index + 1, Name = name });
    }
}
