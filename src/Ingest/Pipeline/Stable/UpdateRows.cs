using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Writes the rows of updates and of their changesets.</summary>
internal sealed class UpdateRows(TrackerContext context, StoredHistory history)
{
    /// <summary>Writes all of them anew, in the context's current transaction. Links of changesets must be found before.</summary>
    /// <param name="series">The series.</param>
    /// <param name="links">What the changesets say about upstream.</param>
    /// <param name="reasons">Why they are there.</param>
    /// <param name="developers">The developer of each identity.</param>
    public void Write(IReadOnlyList<FoundSeries> series, UpstreamLinks links, StatedReasons reasons, IReadOnlyDictionary<int, int> developers)
    {
        var counted = new CountedDeviceIds(context);
        context.StableUpdates.ExecuteDelete();
        context.StableChangesets.ExecuteDelete();
        using (var updates = BulkTable.Insert<StableUpdate>(context))
        using (var changesets = BulkTable.Insert<StableChangeset>(context))
        {
            foreach (var found in series)
            {
                foreach (var update in found.Updates)
                {
                    var commits = update.Changesets(history).Select(n => history.Commits[n]).ToList();
                    var row = Row(found, update, commits, developers);
                    row.DeviceIds = counted.Of(row, PreviousCommit(found, row));
                    updates.Write(row);
                    for (var i = 0; i < commits.Count; i++)
                    {
                        var link = links.Of(commits[i].Id);
                        changesets.Write(new StableChangeset
                        {
                            SeriesId = row.SeriesId,
                            Number = row.Number,
                            CommitId = commits[i].Id,
                            Ordinal = i + 1,
                            Upstream = link.Statement,
                            Reasons = reasons.Of(commits[i].Id, link),
                        });
                    }
                }
            }
        }
        counted.DropOthers();
    }

    private StableUpdate Row(FoundSeries series, FoundUpdate update, List<StoredCommit> changesets, IReadOnlyDictionary<int, int> developers)
    {
        var tip = history.Commits[update.Range.Point.Node];
        var isKnown = update.Range.PreviousNumber is not null;
        var (added, removed) = isKnown ? LineSums.Of(changesets) : (null, null);
        return new StableUpdate
        {
            SeriesId = series.Id,
            Number = update.Range.Point.Number,
            Version = update.Tagged.Version.ToString(),
            CommitId = tip.Id,
            TrackedTreeId = update.Tagged.TreeId,
            PreviousNumber = update.Range.PreviousNumber,
            Time = tip.CommitTime,
            TimeOffset = tip.CommitOffset,
            BumpCommitId = update.BumpNode is { } bump ? history.Commits[bump].Id : null,
            Changesets = isKnown ? changesets.Count : null,
            Developers = isKnown ? changesets.Select(c => developers[c.AuthorId]).Distinct().Count() : null,
            AddedLines = added,
            RemovedLines = removed,
        };
    }

    private int? PreviousCommit(FoundSeries series, StableUpdate row) => row.PreviousNumber switch
    {
        null => null,
        0 => history.Commits[series.BaseNode!.Value].Id,
        { } number => history.Commits[series.Updates.First(u => u.Range.Point.Number == number).Range.Point.Node].Id,
    };
}
