using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Verification;

/// <summary>The git program, as a second opinion.</summary>
internal sealed class GitProgram
{
    private readonly string _repository;

    private GitProgram(string repository) => _repository = repository;

    /// <summary>The program on a repository; null when it is not installed.</summary>
    public static GitProgram? Find(string repository)
    {
        try
        {
            using var process = Start(["--version"]);
            process.WaitForExit();
            return process.ExitCode == 0 ? new GitProgram(repository) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>git rev-list --count [--no-merges] bottom..top</summary>
    /// <exception cref="GitRepositoryException">git failed; the message is its own.</exception>
    public int? Count(ObjectId? bottom, ObjectId top, bool noMerges)
    {
        // Repositories of other users are refused by default; reading them is what the tracker is told to do.
        List<string> arguments = ["-c", $"safe.directory={_repository}", "-C", _repository, "rev-list", "--count"];
        if (noMerges)
            arguments.Add("--no-merges");
        arguments.Add(top.ToString());
        if (bottom is { } id)
            arguments.Add($"^{id}");
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? int.Parse(output, CultureInfo.InvariantCulture)
            : throw new GitRepositoryException($"git rev-list failed: {error.GetAwaiter().GetResult().Trim()}");
    }

    private static Process Start(IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new GitRepositoryException("git did not start.");
}
