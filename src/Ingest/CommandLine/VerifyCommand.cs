using System.CommandLine;
using KernelTracker.Data;
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
        var command = new Command("verify", "Recounts every release, merge window and stable update from the git objects and names every difference.");
        var common = new CommonOptions().AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(common.Read(parsed), cancel)));
        return command;
    }

    private static int Run(TrackerOptions options, CancellationToken cancel)
    {
        using var context = TrackerDatabase.OpenReader(options.Database);
        var trees = Trees(options, context.States.Any(s => s.IsSample));
        var results = trees.Select(t => Verify(context, t, cancel)).ToList();
        foreach (var difference in results.SelectMany(r => r.Differences))
            Console.WriteLine(difference);
        var differences = results.Sum(r => r.Differences.Count);
        Console.WriteLine($"{results.Sum(r => r.Compared)} figures compared with the git objects{(results[0].UsedGitProgram ? " and with git rev-list" : "; the git program is not installed")}, {differences} differences.");
        return differences == 0 ? 0 : 1;
    }

    private static VerifyResult Verify(TrackerContext context, (TreeKind Kind, string Name, string Path) tree, CancellationToken cancel)
    {
        using var repository = GitRepository.Open(tree.Path);
        return tree.Kind == TreeKind.Mainline ? new Verifier(context, repository).Run(cancel) : new StableVerifier(context, tree.Name, repository).Run(cancel);
    }

    /// <summary>The trees whose figures git can count: mainline, then stable ones.</summary>
    private static List<(TreeKind Kind, string Name, string Path)> Trees(TrackerOptions options, bool isSample)
    {
        if (options.Trees.Count > 0)
            return [.. options.Trees.Where(t => t.Kind is TreeKind.Mainline or TreeKind.Stable).OrderBy(t => t.Kind).Select(t => (t.Kind, t.Name, TreePaths.Of(t, options)))];
        if (!isSample)
            throw new UsageException("Name the trees to verify against: --tree NAME=PATH, or configure them in Tracker:Trees.");
        var path = SampleHistory.EnsureBuilt(TreePaths.Sample(options));
        return [(TreeKind.Mainline, "sample", path), (TreeKind.Stable, "sample-stable", path)];
    }
}
