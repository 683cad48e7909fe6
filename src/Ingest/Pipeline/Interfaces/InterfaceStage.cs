using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline.Hardware;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>
/// Reads the names that others rely on, release by release, each release in one transaction: which its tree has, and
/// what each of its changesets did to them. What was read of a release in its present state is not read again; what was
/// read of another state is taken back.
/// </summary>
internal sealed class InterfaceStage(TrackerContext context, GitRepository repository, TreeEvents events, TimeProvider clock)
{
    private readonly List<InterfaceChange> _changes = [];

    /// <summary>Reads what is not read yet.</summary>
    /// <param name="rulesVersion">The rules; what was read by others is read again.</param>
    /// <param name="progress">Told before the first release, and after each inside its transaction: done, total.</param>
    /// <param name="cancel">Stops it after the release at hand.</param>
    /// <returns>How many releases were read: those before the first whose commit or tree is missing or corrupt, which an event tells.</returns>
    public int Run(string rulesVersion, Action<int, int> progress, CancellationToken cancel)
    {
        using var steps = new ReleaseSteps(context, repository);
        var releases = steps.Releases();
        var readings = new ReleaseReadings<InterfaceReading>(context, rulesVersion,
            r => new InterfaceReading { ReleaseId = r.Id, TipSha = r.Tip.ToBytes(), BaseSha = r.Base?.ToBytes(), RulesVersion = rulesVersion });
        var pending = readings.Pending(releases);
        var obsolete = readings.ToForget(pending, releases);
        if (pending.Count == 0 && obsolete.Count == 0)
            return 0;

        progress(0, pending.Count);
        var readTips = readings.Tips();
        Forget(pending, obsolete, readings, isAll: pending.Count == releases.Count);
        return pending.Count == 0 ? 0 : Read(pending, steps, readTips, readings, progress, cancel);
    }

    private int Read(
        IReadOnlyList<ReleaseSpan> pending, ReleaseSteps steps, IReadOnlyDictionary<int, ObjectId> readTips,
        ReleaseReadings<InterfaceReading> readings, Action<int, int> progress, CancellationToken cancel)
    {
        var rows = new NameRows(NameNumbers.Load(context), NameSpans.Load(context), Interning.Load(context));
        using var reader = new ReleaseReader(repository);
        Reading? next = null;
        var done = 0;
        try
        {
            for (var i = 0; i < pending.Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                var reading = next ?? Begin(pending[i]);
                next = null;
                var names = reading.Names.GetAwaiter().GetResult();
                // The next release is read on other cores while this one is written.
                if (i + 1 < pending.Count)
                    next = Begin(pending[i + 1]);
                using var transaction = context.Database.BeginTransaction();
                Write(pending[i], names, reading.IsWhole, rows);
                readings.Note(pending[i]);
                progress(i + 1, pending.Count);
                transaction.Commit();
                done++;
            }
        }
        catch (GitObjectException e)
        {
            // What comes after stands on what this release has: without its tree there is nothing to compare with.
            events.AddOnce("unreadable object", $"The interfaces of {pending[done].Version} and later are not read: {e.Message}");
        }
        finally
        {
            // Whatever it comes to: what ended the stage is told already.
            next?.Names.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
        }
        return done;

        Reading Begin(ReleaseSpan release)
        {
            var changesets = PendingChangesets.Of(context, release, readTips.TryGetValue(release.Id, out var tip) ? tip : null, out var isWhole);
            var (tipTree, baseTree) = steps.Trees(release);
            var work = new ReleaseWork(release, tipTree, baseTree, changesets);
            return new Reading(isWhole, Task.Run(() => reader.Read(work, cancel), CancellationToken.None));
        }
    }

    private void Write(ReleaseSpan release, ReleaseNames names, bool isWhole, NameRows rows)
    {
        foreach (var file in names.Files)
        {
            if (file.Facts is { } facts)
                rows.Spans.Set(rows.Paths.Path(file.Path), facts, rows.Names, release.Id, release.PreviousId is null);
        }
        foreach (var changeset in names.Changes)
        {
            foreach (var change in changeset.Changes)
                _changes.Add(new InterfaceChange { CommitId = changeset.CommitId, NameId = rows.Names.Of(change.Fact), Kind = change.Kind, PathId = rows.Paths.Path(change.Path), Text = change.Fact.Text });
        }
        if (isWhole)
            DropChanges(release.Id);
        rows.Names.Write(context);
        rows.Spans.Write(context);
        using (var paths = BulkTable.Insert<TreePath>(context))
            rows.Paths.NewPaths.ForEach(paths.Write);
        rows.Paths.Written();
        using (var table = BulkTable.Insert<InterfaceChange>(context, replace: true))
            _changes.ForEach(table.Write);
        _changes.Clear();
        if (names.Problems.Count > 0)
        {
            var others = names.Problems.Count == 1 ? "" : $" So it is with {names.Problems.Count - 1} more of its files.";
            events.AddOnce("file not searched", $"{release.Version}: {names.Problems[0]}{others}");
        }
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.PublishedAt, clock.GetUtcNow().ToUnixTimeSeconds()));
    }

    /// <summary>Drops what the changesets of a release did.</summary>
    private void DropChanges(int releaseId)
    {
        var changesets = context.Commits.Where(c => c.ReleaseId == releaseId).Select(c => c.Id);
        context.InterfaceChanges.Where(c => changesets.Contains(c.CommitId)).ExecuteDelete();
    }

    /// <summary>Takes back the oldest release that is to be read and all after it: each was made on top of the one before.</summary>
    private void Forget(IReadOnlyList<ReleaseSpan> pending, IReadOnlyList<int> obsolete, ReleaseReadings<InterfaceReading> readings, bool isAll)
    {
        using var transaction = context.Database.BeginTransaction();
        if (isAll)
        {
            context.InterfaceSpans.ExecuteDelete();
            context.InterfaceChanges.ExecuteDelete();
            context.InterfaceNames.ExecuteDelete();
        }
        else
        {
            var oldest = pending.Select(r => r.Id).Concat(obsolete).Min();
            context.InterfaceSpans.Where(s => s.FirstReleaseId >= oldest).ExecuteDelete();
            context.InterfaceSpans.Where(s => s.EndReleaseId >= oldest).ExecuteUpdate(s => s.SetProperty(x => x.EndReleaseId, (int?)null));
        }
        foreach (var release in obsolete)
            readings.Forget(release);
        transaction.Commit();
    }

    /// <summary>A release as it is being read, and whether all of its changesets are.</summary>
    private sealed record Reading(bool IsWhole, Task<ReleaseNames> Names);

    /// <summary>What rows are numbered by.</summary>
    private sealed record NameRows(NameNumbers Names, NameSpans Spans, Interning Paths);
}
