using System.CommandLine;
using System.Globalization;
using KernelTracker.Data;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Verification;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>recall: how many of the devices that editors named our records have; names every miss.</summary>
internal static class RecallCommand
{
    public static Command Create()
    {
        var command = new Command("recall", "Compares the hardware records with lists of newly supported hardware that editors published (CSV: release, published, category, device), and names every device that is missing.");
        var common = new CommonOptions().AddTo(command);
        var file = new Argument<string>("FILE") { Description = "The lists." };
        command.Arguments.Add(file);
        command.SetAction(parsed => Run(common.Read(parsed), parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Run(TrackerOptions options, string file)
    {
        using var text = new StreamReader(file);
        var devices = EditorsList.Read(text);
        using var context = TrackerDatabase.OpenReader(options.Database);
        var releases = context.Releases.Select(r => new { r.Id, r.Version }).ToDictionary(r => r.Version, r => r.Id);
        foreach (var group in devices.GroupBy(d => d.Release))
        {
            if (!releases.TryGetValue(group.Key, out var id))
            {
                Console.WriteLine($"{group.Key}: not in this database.");
                continue;
            }
            Report(group.Key, [.. group], Records(context, id));
        }
        return 0;
    }

    private static void Report(string release, List<EditorsDevice> devices, List<RecalledRecord> records)
    {
        var verdicts = devices.ConvertAll(d => HardwareRecall.Look(d, records));
        var found = verdicts.Count(v => v.Record is not null);
        var fitting = verdicts.Count(v => v.Fits);
        foreach (var verdict in verdicts.Where(v => v.Record is null))
            Console.WriteLine($"{release}: missing: {verdict.Device.Device} ({verdict.Device.Heading})");
        foreach (var verdict in verdicts.Where(v => v is { Record: not null, Fits: false }))
            Console.WriteLine($"{release}: under another heading: {verdict.Device.Device} ({verdict.Device.Heading}) is {verdict.Record!.Name} ({verdict.Record.Category})");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{release}: {found} of {verdicts.Count} found ({100.0 * found / verdicts.Count:F1} %), {fitting} in a fitting category ({100.0 * fitting / verdicts.Count:F1} %); {records.Count} records."));
    }

    private static List<RecalledRecord> Records(TrackerContext context, int releaseId)
    {
        var parts = context.HardwareParts.Join(context.HardwareAdditions.Where(a => a.ReleaseId == releaseId), p => p.AdditionId, a => a.Id, (p, a) => new { p.AdditionId, p.Name })
            .ToLookup(p => p.AdditionId, p => p.Name);
        return [.. context.HardwareAdditions.Where(a => a.ReleaseId == releaseId && !a.IsWithdrawn)
            .Select(a => new { a.Id, a.Name, a.Category }).AsEnumerable()
            .Select(a => new RecalledRecord(a.Name, [.. parts[a.Id]], a.Category))];
    }
}
