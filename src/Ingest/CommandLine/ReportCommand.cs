using System.CommandLine;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Data.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>report: the merge window of a release, at any moment or between any two, in parts; or what lies between two tags.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = [.. ReportFormat.All.Select(f => f.Name)];

    public static Command Create()
    {
        var command = new Command("report", "Writes what a merge window brought, as of a moment and since another, or what lies between two moments.");
        var common = new CommonOptions().AddTo(command);
        var version = new Argument<string>("VERSION") { Description = "The release, for instance v2.6.30; or two moments: v2.6.28...v2.6.30." };
        var asOf = new Option<string?>("--as-of") { Description = $"The moment: {Moment.Forms}. By default -rc1, or the newest commit while the window is open.", HelpName = "T" };
        var since = new Option<string?>("--since") { Description = "Counts only what came in after this moment. By default the previous release.", HelpName = "S" };
        var format = new Option<string>("--format") { Description = "text, markdown, html (a fragment) or json.", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        var parts = new Option<bool>("--parts") { Description = "The parts of the window side by side: by weeks, or as --cut says." };
        var cuts = new Option<string[]>("--cut") { Description = "Where a part ends; may be given several times, and means --parts.", HelpName = "T" };
        command.Arguments.Add(version);
        foreach (var option in (Option[])[asOf, since, parts, cuts, format])
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => RunAsync(
            common.Read(parsed).Database,
            new Question(
                parsed.GetValue(version)!, parsed.GetValue(asOf), parsed.GetValue(since),
                parsed.GetValue(parts) || parsed.GetValue(cuts) is { Length: > 0 }, parsed.GetValue(cuts) ?? []),
            parsed.GetValue(format)!, cancel));
        return command;
    }

    /// <summary>What is asked for, as written.</summary>
    private sealed record Question(string Version, string? AsOf, string? Since, bool InParts, IReadOnlyList<string> Cuts);

    private static async Task<int> RunAsync(string database, Question question, string format, CancellationToken cancel)
    {
        var ask = Read(question);
        if (!File.Exists(database))
            throw new TrackerDatabaseException($"There is no database {database} yet. Run the ingest verb first, or name another file with --database.");

        await using var services = new ServiceCollection()
            .AddDbContextFactory<TrackerContext>(o => TrackerDatabase.UseReader(o, database))
            .AddTrackerQueries()
            .BuildServiceProvider();
        var (text, problem) = await ask(services, format, cancel);
        if (text is null)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }
        Console.Write(text);
        return 0;
    }

    /// <summary>What answers the question: the report, or what is wrong with it. Throws where the command line itself is wrong.</summary>
    private static Func<IServiceProvider, string, CancellationToken, Task<(string? Text, string? Problem)>> Read(Question question)
    {
        if (MomentPair.LooksLikeOne(question.Version))
        {
            if (!MomentPair.TryParse(question.Version, out var pair, out var wrong))
                throw new UsageException(wrong);
            if (question is not { AsOf: null, Since: null, InParts: false })
                throw new UsageException("Two moments take neither --as-of, --since, --parts nor --cut.");
            return (services, format, cancel) => StretchAsync(services, s => s.GetRequiredService<CompareQueries>().RangeAsync(pair.From, pair.To, cancel), format, cancel);
        }
        if (!KernelVersion.TryParse(question.Version, out var version))
            throw new UsageException($"'{question.Version}' is not the version of a mainline release; they look like v2.6.30 or v3.18.");
        if (question.InParts)
        {
            if (question is not { AsOf: null, Since: null })
                throw new UsageException("Parts take neither --as-of nor --since.");
            var cuts = question.Cuts.Select(c => Read("--cut", c)!).ToList();
            return (services, format, cancel) => PartsAsync(services, version, cuts, format, cancel);
        }
        var (asOf, since) = (Read("--as-of", question.AsOf), Read("--since", question.Since));
        return (services, format, cancel) => StretchAsync(services, s => s.GetRequiredService<RangeQueries>().WindowAsync(version, asOf, since, cancel), format, cancel);
    }

    private static async Task<(string? Text, string? Problem)> StretchAsync(
        IServiceProvider services, Func<IServiceProvider, Task<RangeAnswer>> find, string format, CancellationToken cancel)
    {
        var answer = await find(services);
        if (answer.Range is not { } range)
            return (null, answer.Problem);
        var content = await services.GetRequiredService<WindowReader>().ReadAsync(range, cancel);
        return (ReportFormat.Named(format).Window(content), null);
    }

    private static async Task<(string? Text, string? Problem)> PartsAsync(
        IServiceProvider services, KernelVersion version, List<Moment> cuts, string format, CancellationToken cancel)
    {
        if (cuts.Count == 0 && await services.GetRequiredService<ReleaseQueries>().FindAsync(version, cancel) is { } release)
            cuts.AddRange(WindowPart.Cuts(release));
        var answer = await services.GetRequiredService<PartQueries>().ReadAsync(version, cuts, cancel);
        if (answer.Report is not { } report)
            return (null, answer.Problem);
        return (ReportFormat.Named(format).Parts(report), null);
    }

    private static Moment? Read(string option, string? text)
    {
        if (text is null)
            return null;
        return Moment.TryParse(text, out var moment) ? moment : throw new UsageException($"{option} '{text}' is no moment. Write {Moment.Forms}.");
    }
}
