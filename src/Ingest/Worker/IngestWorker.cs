using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KernelTracker.Ingest.Worker;

/// <summary>Runs a pass at the start and then on schedule. A failing pass is logged and shown; the data published before stays up.</summary>
internal sealed partial class IngestWorker(IOptions<TrackerOptions> options, TimeProvider clock, ILogger<IngestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>How long a start with data leaves the processor to the first pages.</summary>
    private static readonly TimeSpan FirstPagesPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.HostIngest)
            return;
        if (HasData())
            await Task.Delay(FirstPagesPause, clock, stoppingToken).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
        {
            // A pass is hours of processor work at worst: it must not hold the host's start.
            var isBusy = await Task.Run(() => Pass(stoppingToken), stoppingToken).ConfigureAwait(false);
            var now = clock.GetUtcNow();
            var next = isBusy ? now + BusyPause : RunSchedule.Next(options.Value.Schedule, now, Failures());
            if (!isBusy)
                NoteNext(next);
            if (next is null)
                return;
            await SleepAsync(next.Value, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits in days, because a single delay is limited to 49 of them.</summary>
    private async Task SleepAsync(DateTimeOffset until, CancellationToken stoppingToken)
    {
        while (until - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left < LongestDelay ? left : LongestDelay, clock, stoppingToken).ConfigureAwait(false);
    }

    /// <summary>Runs one pass; true when another process is at work.</summary>
    private bool Pass(CancellationToken cancel)
    {
        try
        {
            var result = new IngestPass(options.Value, clock).Run(withLines: true, new LoggedProgress(logger, clock), cancel);
            foreach (var run in result.Runs)
                LogRun(run.TreeName, run.Outcome, run.NewCommits, run.ChangedTags, run.Message ?? "");
            if (result.IsBusy)
                LogBusy();
            return result.IsBusy;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // Whatever a pass fails on, the site goes on with the data it has, and the next pass tries again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (e is GitRepositoryException or TrackerDatabaseException)
                LogFailure(e.Message);
            else
                LogCrash(e);
            return false;
        }
    }

    private bool HasData()
    {
        try
        {
            using var context = TrackerDatabase.OpenReader(options.Value.Database);
            return context.States.Any(s => s.DataVersion > 0);
        }
        catch (Exception e) when (e is TrackerDatabaseException or System.Data.Common.DbException)
        {
            // No database yet, or none of today's schema: the first pass makes it so.
            return false;
        }
    }

    private int Failures()
    {
        try
        {
            using var context = TrackerDatabase.OpenReader(options.Value.Database);
            return context.States.Select(s => s.FailuresInARow).FirstOrDefault();
        }
        catch (Exception e) when (e is TrackerDatabaseException or System.Data.Common.DbException)
        {
            LogFailure(e.Message);
            return 1;
        }
    }

    private void NoteNext(DateTimeOffset? next)
    {
        try
        {
            using var context = TrackerDatabase.OpenWriter(options.Value.Database);
            context.States.ExecuteUpdate(s => s.SetProperty(x => x.NextRunAt, next == null ? null : next.Value.ToUnixTimeSeconds()));
        }
        catch (Exception e) when (e is TrackerDatabaseException or System.Data.Common.DbException)
        {
            LogFailure(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tree {Tree}: {Outcome}; {NewCommits} new commits, {ChangedTags} changed tags. {Remark}")]
    private partial void LogRun(string tree, RunOutcome outcome, int newCommits, int changedTags, string remark);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process is writing the database; trying again soon.")]
    private partial void LogBusy();

    [LoggerMessage(Level = LogLevel.Error, Message = "The pass failed: {Reason}")]
    private partial void LogFailure(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The pass failed unexpectedly")]
    private partial void LogCrash(Exception exception);
}
