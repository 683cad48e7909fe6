using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Keeps what will be noticed of every release and its window, so that no page has to find it.</summary>
internal sealed class NotableStage(TrackerContext context)
{
    /// <summary>Makes the sheets that are missing and drops those that are not true any more, each release in one transaction.</summary>
    /// <param name="cancel">Stops it after the release at hand.</param>
    public void Run(CancellationToken cancel)
    {
        var releases = context.Releases.OrderBy(r => r.Id).Select(r => new { r.Id, r.Version }).ToList();
        var known = releases.Select(r => r.Id).ToList();
        context.NotableSheets.Where(s => !known.Contains(s.ReleaseId)).ExecuteDelete();
        var readers = new Readers(context.Database.GetDbConnection().DataSource);
        var (ranges, notable) = (new RangeQueries(readers), new NotableQueries(readers));
        foreach (var release in releases)
        {
            cancel.ThrowIfCancellationRequested();
            if (!KernelVersion.TryParse(release.Version, out var version))
                throw new InvalidDataException($"“{release.Version}” is stored as a release, and is no version.");
            // Finding them is all processor time: release and window each on a core.
            Write(release.Id, Task.WhenAll(
                Task.Run(() => SheetAsync(ranges.WholeAsync(version, cancel)), cancel),
                Task.Run(() => SheetAsync(ranges.WindowAsync(version, null, null, cancel)), cancel)).GetAwaiter().GetResult());
        }

        async Task<(ReleaseRange? Range, MissingSheet? Missing)> SheetAsync(Task<RangeAnswer> answer) =>
            (await answer).Range is { } range ? (range, await notable.MissingSheetAsync(range, cancel)) : (null, null);
    }

    private void Write(int releaseId, (ReleaseRange? Range, MissingSheet? Missing)[] sheets)
    {
        using var transaction = context.Database.BeginTransaction();
        foreach (var sheet in context.NotableSheets.AsNoTracking().Where(s => s.ReleaseId == releaseId).Select(s => new { s.After, s.UpTo }).ToList())
        {
            if (!sheets.Any(s => s.Range is { } range && range.After == sheet.After && range.UpTo == sheet.UpTo))
                context.NotableSheets.Where(s => s.ReleaseId == releaseId && s.After == sheet.After && s.UpTo == sheet.UpTo).ExecuteDelete();
        }
        using (var table = BulkTable.Insert<NotableSheet>(context, replace: true))
        {
            foreach (var missing in sheets.Select(s => s.Missing).OfType<MissingSheet>())
                table.Write(new NotableSheet { ReleaseId = missing.ReleaseId, After = missing.After, UpTo = missing.UpTo, Basis = missing.Basis, Lines = missing.Lines });
        }
        transaction.Commit();
    }

    /// <summary>Opens what the site reads too: what is committed.</summary>
    private sealed class Readers(string file) : IDbContextFactory<TrackerContext>
    {
        public TrackerContext CreateDbContext() => TrackerDatabase.OpenReader(file);
    }
}
