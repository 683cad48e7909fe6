using System.CommandLine;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Verification;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>verify-interfaces: looks new and removed names up in the sources themselves; exit 1 if anything differs.</summary>
internal static class VerifyInterfacesCommand
{
    public static Command Create()
    {
        var command = new Command("verify-interfaces", "Finds the new system calls and filesystems and the removed and new exported symbols of releases in the sources of their tags, by the git program, and names every difference.");
        var common = new CommonOptions().AddTo(command);
        var from = new Option<string?>("--from") { Description = "The first release." };
        var to = new Option<string?>("--to") { Description = "The last release." };
        command.Options.Add(from);
        command.Options.Add(to);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(common.Read(parsed), parsed.GetValue(from), parsed.GetValue(to), cancel)));
        return command;
    }

    private static int Run(TrackerOptions options, string? from, string? to, CancellationToken cancel)
    {
        var tree = options.Trees.FirstOrDefault(t => t.Kind == TreeKind.Mainline)
            ?? throw new UsageException("Name the tree to verify against: --tree NAME=PATH, or configure it in Tracker:Trees.");
        var git = GitProgram.Find(TreePaths.Of(tree, options)) ?? throw new UsageException("The git program is not installed; it is what this verb counts with.");
        using var context = TrackerDatabase.OpenReader(options.Database);
        var differences = 0;
        foreach (var release in new InterfaceRecount(context, git).Run(from, to, cancel))
        {
            foreach (var difference in release.Differences)
                Console.WriteLine(difference);
            Console.WriteLine($"{release.Version}: {release.Counts}; {release.Differences.Count} differences.");
            differences += release.Differences.Count;
        }
        return differences == 0 ? 0 : 1;
    }
}
