using System.CommandLine;
using KernelTracker.Data.Storage;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>snapshot: a consistent copy of the database, for backups and for web replicas.</summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        var command = new Command("snapshot", "Writes a consistent, compact copy of the database, while others go on using it.");
        var common = new CommonOptions().AddTo(command);
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not exist." };
        command.Arguments.Add(file);
        command.SetAction(parsed =>
        {
            var target = parsed.GetValue(file)!;
            if (File.Exists(target))
                throw new UsageException($"{target} exists already; name a new file.");
            using var context = TrackerDatabase.OpenReader(common.Read(parsed).Database);
            TrackerDatabase.Snapshot(context, target);
            Console.WriteLine($"{target}: {new FileInfo(target).Length} bytes");
            return 0;
        });
        return command;
    }
}
