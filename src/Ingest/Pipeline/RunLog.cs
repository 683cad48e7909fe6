using KernelTracker.Data;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Keeps the row of a run up to date, for the status page.</summary>
internal sealed class RunLog
{
    /// <summary>Rows of runs kept; older ones go.</summary>
    private const int Kept = 500;

    private readonly TrackerContext _context;
    private readonly TimeProvider _clock;
    private readonly IngestRun _run;

    private RunLog(TrackerContext context, TimeProvider clock, IngestRun run) => (_context, _clock, _run) = (context, clock, run);

    /// <summary>The row as it stands.</summary>
    public IngestRun Run => _run;

    /// <summary>Marks the rows of runs that never ended: their process is gone, since the lock is ours.</summary>
    public static void CloseLeftovers(TrackerContext context) =>
        context.IngestRuns.Where(r => r.Outcome == RunOutcome.Running).ExecuteUpdate(s => s
            .SetProperty(r => r.Outcome, RunOutcome.Abandoned)
            .SetProperty(r => r.Message, "The process ended before the run did; this run's successor went on from there."));

    /// <summary>Counts the passes that failed in a row. A pass that was stopped says nothing about whether the next one would fail.</summary>
    public static void NotePass(TrackerContext context, bool hasFailed)
    {
        var failures = hasFailed ? context.States.Select(s => s.FailuresInARow).Single() + 1 : 0;
        context.States.ExecuteUpdate(s => s.SetProperty(x => x.FailuresInARow, failures));
    }

    /// <summary>Opens the row of a new run.</summary>
    public static RunLog Start(TrackerContext context, TimeProvider clock, string treeName)
    {
        var run = new IngestRun { TreeName = treeName, Started = clock.GetUtcNow().ToUnixTimeSeconds(), Outcome = RunOutcome.Running, Stage = Stages.Finding };
        context.IngestRuns.Add(run);
        context.SaveChanges();
        context.IngestRuns.Where(r => r.Id <= run.Id - Kept).ExecuteDelete();
        return new RunLog(context, clock, run);
    }

    /// <summary>Notes how far the run is.</summary>
    public void Note(IngestProgress progress)
    {
        (_run.Stage, _run.Done, _run.Total) = (progress.Stage, progress.Done, progress.Total);
        Save();
    }

    /// <summary>Notes how the run ended.</summary>
    public void End(RunOutcome outcome, string? message)
    {
        _run.Outcome = outcome;
        _run.Message = message;
        _run.Finished = _clock.GetUtcNow().ToUnixTimeSeconds();
        Save();
    }

    private void Save() =>
        _context.IngestRuns.Where(r => r.Id == _run.Id).ExecuteUpdate(s => s
            .SetProperty(r => r.Stage, _run.Stage)
            .SetProperty(r => r.Done, _run.Done)
            .SetProperty(r => r.Total, _run.Total)
            .SetProperty(r => r.NewCommits, _run.NewCommits)
            .SetProperty(r => r.ChangedTags, _run.ChangedTags)
            .SetProperty(r => r.Outcome, _run.Outcome)
            .SetProperty(r => r.Finished, _run.Finished)
            .SetProperty(r => r.Message, _run.Message));
}
