using System.CommandLine;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Data.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>report: the merge window of a release, at any moment or between any two.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = ["text", "markdown", "json"];

    public static Command Create()
    {
        var command = new Command("report", "Writes what a merge window brought, as of a moment and since another.");
        var common = new CommonOptions().AddTo(command);
        var version = new Argument<string>("VERSION") { Description = "The release, for instance v2.6.30." };
        var asOf = new Option<string?>("--as-of") { Description = $"The moment: {Moment.Forms}. By default -rc1, or the newest commit while the window is open.", HelpName = "T" };
        var since = new Option<string?>("--since") { Description = "Counts only what came in after this moment. By default the previous release.", HelpName = "S" };
        var format = new Option<string>("--format") { Description = "text, markdown or json.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        command.Arguments.Add(version);
        foreach (var option in (Option[])[asOf, since, format])
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => RunAsync(
            common.Read(parsed).Database, parsed.GetValue(version)!, parsed.GetValue(asOf), parsed.GetValue(since), parsed.GetValue(format)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string database, string versionText, string? asOfText, string? sinceText, string format, CancellationToken cancel)
    {
        if (!KernelVersion.TryParse(versionText, out var version))
            throw new UsageException($"'{versionText}' is not the version of a mainline release; they look like v2.6.30 or v3.18.");
        var (asOf, since) = (Read("--as-of", asOfText), Read("--since", sinceText));
        if (!File.Exists(database))
            throw new TrackerDatabaseException($"There is no database {database} yet. Run the ingest verb first, or name another file with --database.");

        await using var services = new ServiceCollection()
            .AddDbContextFactory<TrackerContext>(o => TrackerDatabase.UseReader(o, database))
            .AddTrackerQueries()
            .BuildServiceProvider();
        var answer = await services.GetRequiredService<RangeQueries>().WindowAsync(version, asOf, since, cancel);
        if (answer.Range is not { } range)
        {
            await Console.Error.WriteLineAsync(answer.Problem);
            return 1;
        }
        var content = await services.GetRequiredService<WindowReader>().ReadAsync(range, cancel);
        Console.Write(format switch
        {
            "json" => WindowText.ToJson(content),
            "markdown" => WindowText.ToMarkdown(content),
            _ => WindowText.ToText(content),
        });
        return 0;
    }

    private static Moment? Read(string option, string? text)
    {
        if (text is null)
            return null;
        return Moment.TryParse(text, out var moment) ? moment : throw new UsageException($"{option} '{text}' is no moment. Write {Moment.Forms}.");
    }
}
