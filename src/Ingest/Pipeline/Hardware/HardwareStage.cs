using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Reads Kconfig symbols, device ids and hardware additions release by release, each release in one transaction. What
/// was read of a release in its present state is not read again; what was read of another state is taken back.
/// </summary>
internal sealed class HardwareStage(TrackerContext context, GitRepository repository, TreeEvents events, Lazy<IdNames> names, TimeProvider clock)
{
    /// <summary>Reads what is not read yet.</summary>
    /// <param name="rulesVersion">The rules; what was read by others is read again.</param>
    /// <param name="progress">Told after each release, inside its transaction: done, total.</param>
    /// <param name="cancel">Stops it after the release at hand.</param>
    /// <returns>How many releases were read: those before the first whose commit or tree is missing or corrupt, which an event tells.</returns>
    public int Run(string rulesVersion, Action<int, int> progress, CancellationToken cancel)
    {
        using var steps = new ReleaseSteps(context, repository);
        var releases = steps.Releases();
        var readings = new ReleaseReadings<HardwareReading>(context, rulesVersion,
            r => new HardwareReading { ReleaseId = r.Id, TipSha = r.Tip.ToBytes(), BaseSha = r.Base?.ToBytes(), RulesVersion = rulesVersion });
        var pending = readings.Pending(releases);
        var obsolete = readings.ToForget(pending, releases);
        if (pending.Count == 0 && obsolete.Count == 0)
            return 0;

        var interning = Interning.Load(context);
        using var texts = new TreeText(repository);
        using var ids = new DeviceIdStage(context, repository, interning, events);
        var kbuild = new KbuildIndex(texts);
        var kconfig = new KconfigStage(context, texts, interning, events);
        var records = new RecordWriter(context, interning);
        if (obsolete.Count > 0)
            Forget(obsolete, readings, kconfig, ids, records);
        var words = new WordsOfSources();
        ReleaseStep? next = null;
        for (var i = 0; i < pending.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                next = ReadRelease(pending, i, next);
            }
            catch (GitObjectException e)
            {
                // What comes after stands on what this release has: without its tree there is nothing to compare with.
                events.AddOnce("unreadable object", $"The hardware of {pending[i].Version} and later is not read: {e.Message}");
                return i;
            }
        }
        return pending.Count;

        ReleaseStep? ReadRelease(IReadOnlyList<ReleaseSpan> spans, int i, ReleaseStep? prepared)
        {
            var step = prepared ?? steps.Step(spans[i]);
            ids.Begin(step, cancel);
            using var transaction = context.Database.BeginTransaction();
            kbuild.Open(step.TipTree);
            var symbols = kconfig.Apply(step);
            var sources = ids.Apply(step, cancel);
            ReleaseStep? following = null;
            if (i + 1 < spans.Count)
            {
                // Its files are read on other cores while the records of this release are made.
                following = steps.Step(spans[i + 1]);
                ids.Begin(following, cancel);
            }
            words.Begin();
            var before = step.BaseTree is { } tree ? texts.Files(tree).Select(f => f.Path) : [];
            var changesets = symbols.Added.Select(s => s.Changeset).Concat(sources.Machines.Select(m => m.Changeset));
            var evidence = new ReleaseEvidence(
                step, symbols, sources, kbuild, ids.FactsOf, new KnownParts(context, step, before), new KnownIds(context, step.ReleaseId), names.Value,
                new OlderSupport(context, texts, step.BaseTree, changesets), new OlderDrivers(texts, step.BaseTree, words), new ExistingDriver(symbols.Tip, texts, step.TipTree), new GuardedIds(texts, step.TipTree));
            records.Write(step, new RecordBuilder(evidence).Build());
            ids.Write();
            new RecordFates(context, interning).Apply(step, path => texts.Find(step.TipTree, path) is not null);
            readings.Note(spans[i]);
            if (i == spans.Count - 1)
                new DriverSourceStage(context, kbuild, interning).Write(SourcePaths(interning));
            Finish(interning, () => progress(i + 1, spans.Count));
            transaction.Commit();
            return following;
        }
    }

    /// <summary>Takes back the oldest obsolete release and all after it: each was made on top of the one before.</summary>
    private void Forget(IReadOnlyList<int> obsolete, ReleaseReadings<HardwareReading> readings, KconfigStage kconfig, DeviceIdStage ids, RecordWriter records)
    {
        using var transaction = context.Database.BeginTransaction();
        var oldest = obsolete.Min();
        records.ForgetFrom(oldest);
        ids.ForgetFrom(oldest);
        kconfig.ForgetFrom(oldest);
        foreach (var release in obsolete)
            readings.Forget(release);
        transaction.Commit();
    }

    /// <summary>The files that pages name a driver for.</summary>
    private List<string> SourcePaths(Interning interning) =>
        [.. context.DeviceIds.Select(d => d.PathId).Union(context.HardwareFiles.Select(f => f.PathId)).Join(context.Paths, id => id, p => p.Id, (_, p) => p.Name), .. interning.NewPaths.Select(p => p.Name)];

    private void Finish(Interning interning, Action alongside)
    {
        using (var paths = BulkTable.Insert<TreePath>(context))
            interning.NewPaths.ForEach(paths.Write);
        interning.Written();
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.PublishedAt, clock.GetUtcNow().ToUnixTimeSeconds()));
        alongside();
    }
}
