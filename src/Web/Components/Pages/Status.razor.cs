using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components.Pages;

/// <summary>What the tracker is doing and has done; reloads itself while a run is at work.</summary>
public sealed partial class Status(StatusQueries queries)
{
    /// <summary>More tags than this are folded.</summary>
    private const int FoldTags = 20;

    private TrackerStatus? Tracker { get; set; }

    protected override async Task OnInitializedAsync() => Tracker = await queries.ReadAsync(CancellationToken.None);

    private static string Sentence(TrackerStatus tracker) => tracker switch
    {
        { IsRunning: true, DataVersion: 0 } => "The first run is at work; the pages appear when its first part is done.",
        { IsRunning: true } => "A run is at work.",
        { FailuresInARow: 1 } => "The last run failed; the pages show the last good data.",
        { FailuresInARow: > 1 } => $"The last {tracker.FailuresInARow} runs failed; the pages show the last good data.",
        { DataVersion: 0 } => "Nothing is published yet.",
        { UncountedChangesets: > 0 } => "Everything is published but the lines of some changesets, which the next run goes on counting.",
        _ => "Everything is up to date as of the last run.",
    };

    private static string LinesWords(TrackerStatus tracker)
    {
        if (tracker.Changesets == 0)
            return "nothing to count";
        var counted = tracker.Changesets - tracker.UncountedChangesets;
        return tracker.UncountedChangesets == 0
            ? "counted for every changeset"
            : $"counted for {Say.Count(counted)} of {Say.Count(tracker.Changesets)} changesets ({Say.Share(counted, tracker.Changesets)})";
    }

    private static string OutcomeWord(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Running => "at work",
        RunOutcome.Done => "done",
        RunOutcome.Failed => "failed",
        RunOutcome.Abandoned => "broken off: its process ended before it did",
        _ => "nothing new",
    };

    private static string KindWord(TreeKind kind) => kind switch
    {
        TreeKind.Mainline => "mainline",
        TreeKind.Stable => "stable series",
        TreeKind.Vulnerabilities => "vulnerability records",
        _ => "stable updates in review",
    };

    private static string VerdictWords(TagVerdict verdict) => verdict switch
    {
        TagVerdict.NotACommit => "Named like a release, but they point to no commit",
        TagVerdict.OffBranch => "Named like a release, but the tracked branch does not contain them",
        TagVerdict.Contradicted => "Named like a stable update, but another tree has that tag on another commit",
        _ => "Their name is not that of a mainline release or candidate",
    };

    private static string Duration(RunLine run)
    {
        if (run.Finished is not { } end)
            return "";
        var took = end - run.Started;
        return took.TotalMinutes < 1
            ? $"{took.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s"
            : $"{((int)took.TotalMinutes).ToString(CultureInfo.InvariantCulture)} min {took.Seconds.ToString(CultureInfo.InvariantCulture)} s";
    }
}
