using System.CommandLine;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Sample;
using KernelTracker.Ingest.Verification;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>verify: recounts from git; exit 1 if anything differs.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Recounts every release and merge window from the git objects and names every difference.");
        var common = new CommonOptions().AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(common.Read(parsed), cancel)));
        return command;
    }

    private static int Run(TrackerOptions options, CancellationToken cancel)
    {
        using var context = TrackerDatabase.OpenReader(options.Database);
        using var repository = GitRepository.Open(RepositoryPath(options, context.States.Any(s => s.IsSample)));
        var result = new Verifier(context, repository).Run(cancel);
        foreach (var difference in result.Differences)
            Console.WriteLine(difference);
        Console.WriteLine($"{result.Compared} figures compared with the git objects{(result.UsedGitProgram ? " and with git rev-list" : "; the git program is not installed")}, {result.Differences.Count} differences.");
        return result.Differences.Count == 0 ? 0 : 1;
    }

    private static string RepositoryPath(TrackerOptions options, bool isSample)
    {
        var tree = options.Trees.SingleOrDefault(t => t.Kind == TreeKind.Mainline);
        if (tree is not null)
            return TreePaths.Of(tree, options);
        return isSample
            ? SampleHistory.EnsureBuilt(TreePaths.Sample(options))
            : throw new UsageException("Name the tree to verify against: --tree NAME=PATH, or configure it in Tracker:Trees.");
    }
}
