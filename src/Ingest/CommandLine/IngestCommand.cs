using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Pipeline;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>ingest: one pass.</summary>
internal static class IngestCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("ingest", "Reads what is new in the trees, once.");
        var common = new CommonOptions().AddTo(command);
        var json = new Option<bool>("--json") { Description = "Writes the summary as JSON." };
        var withoutLines = new Option<bool>("--without-lines") { Description = "Leaves the counting of lines to a later run." };
        command.Options.Add(json);
        command.Options.Add(withoutLines);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(common.Read(parsed), parsed.GetValue(json), !parsed.GetValue(withoutLines), cancel)));
        return command;
    }

    private static int Run(TrackerOptions options, bool asJson, bool withLines, CancellationToken cancel)
    {
        var result = ConsoleProgress.Show(progress => new IngestPass(options, TimeProvider.System).Run(withLines, progress, cancel));
        if (result.IsBusy)
        {
            Console.Error.WriteLine($"Another process is writing {options.Database}. Wait for it, or stop it.");
            return 1;
        }
        var summary = Summary(options.Database, result.Runs);
        Console.WriteLine(asJson ? JsonSerializer.Serialize(summary, Json) : Text(summary));
        return 0;
    }

    private static IngestSummary Summary(string database, IReadOnlyList<IngestRun> runs)
    {
        using var context = TrackerDatabase.OpenReader(database);
        var state = context.States.SingleOrDefault() ?? new TrackerState();
        var newest = context.Releases.OrderByDescending(r => r.Id).Select(r => new { r.Version, r.State, r.Changesets, r.Commits }).FirstOrDefault();
        return new IngestSummary(
            [.. runs.Select(r => new RunSummary(r.TreeName, r.Outcome.ToString(), r.NewCommits, r.ChangedTags, (r.Finished ?? r.Started) - r.Started, r.Message))],
            context.Releases.Count(r => r.State == ReleaseState.Released),
            context.StableUpdates.Count(),
            state.Changesets,
            state.UncountedChangesets,
            newest?.Version,
            newest?.State.ToString(),
            newest?.Changesets,
            state.IsSample,
            state.DataVersion);
    }

    private static string Text(IngestSummary summary)
    {
        var lines = summary.Runs.Select(r => string.Create(CultureInfo.InvariantCulture,
            $"{r.Tree}: {r.Outcome switch { nameof(RunOutcome.NothingNew) => "nothing new", var o => o.ToLowerInvariant() }}; {r.NewCommits} new commits, {r.ChangedTags} changed tags, {r.Seconds} s{(r.Message is null ? "" : $". {r.Message}")}")).ToList();
        if (summary.Runs.Count == 0)
            lines.Add("No tree is configured; the database is served as it is. Configure one in Tracker:Trees, or name one with --tree NAME=PATH.");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{summary.Releases} releases, {(summary.StableUpdates > 0 ? $"{summary.StableUpdates} stable updates, " : "")}{summary.Changesets} changesets{(summary.IsSample ? " (sample data)" : "")}, {summary.UncountedChangesets} without line counts"));
        if (summary.Newest is not null)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"newest: {summary.Newest} ({summary.NewestState}), {summary.NewestChangesets} changesets"));
        return string.Join(Environment.NewLine, lines);
    }

    private sealed record IngestSummary(
        IReadOnlyList<RunSummary> Runs, int Releases, int StableUpdates, int Changesets, int UncountedChangesets, string? Newest, string? NewestState, int? NewestChangesets, bool IsSample, long DataVersion);

    private sealed record RunSummary(string Tree, string Outcome, int NewCommits, int ChangedTags, long Seconds, string? Message);
}
