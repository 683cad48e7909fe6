using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
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
            using var process = StartAnywhere(["--version"]);
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
        List<string> arguments = ["rev-list", "--count"];
        if (noMerges)
            arguments.Add("--no-merges");
        arguments.Add(top.ToString());
        if (bottom is { } id)
            arguments.Add($"^{id}");
        return int.Parse(Run(arguments), CultureInfo.InvariantCulture);
    }

    /// <summary>git log --no-merges bottom..top: the author of each changeset, as written.</summary>
    /// <exception cref="GitRepositoryException">git failed; the message is its own.</exception>
    public IReadOnlyList<(string Name, string Email)> Authors(ObjectId? bottom, ObjectId top)
    {
        List<string> arguments = ["log", "--no-merges", "--encoding=UTF-8", "--format=%an%x00%ae", top.ToString()];
        if (bottom is { } id)
            arguments.Add($"^{id}");
        return [.. Run(arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\0')).Select(p => (p[0], p[^1]))];
    }

    /// <summary>git grep -l: the paths of a tree's files that have a match.</summary>
    /// <param name="tree">A commit or tree.</param>
    /// <param name="pattern">An extended regular expression.</param>
    /// <param name="paths">Patterns of paths.</param>
    /// <exception cref="GitRepositoryException">git failed; the message is its own.</exception>
    public IReadOnlyList<string> FilesWith(ObjectId tree, string pattern, params IEnumerable<string> paths) =>
        // Each line is "TREE:PATH".
        [.. Run(["grep", "-lzE", pattern, tree.ToString(), "--", .. paths], failsWithoutMatch: true).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..])];

    /// <summary>git cat-file --batch: the contents of files of a tree, byte by byte as Latin-1, in the order of the paths.</summary>
    /// <exception cref="GitRepositoryException">git failed, or has no such file.</exception>
    public IEnumerable<string> Contents(ObjectId tree, IReadOnlyList<string> paths)
    {
        using var process = Start(["cat-file", "--batch"], withInput: true);
        using var output = process.StandardOutput.BaseStream;
        foreach (var path in paths)
        {
            process.StandardInput.Write($"{tree}:{path}\n");
            process.StandardInput.Flush();
            // "OBJECT blob LENGTH\n", the content, "\n".
            var head = Line(output).Split(' ');
            if (head.Length != 3 || !int.TryParse(head[2], CultureInfo.InvariantCulture, out var length))
                throw new GitRepositoryException($"git cat-file has no {path}: {string.Join(' ', head)}");
            var content = new byte[length + 1];
            output.ReadExactly(content);
            yield return Encoding.Latin1.GetString(content, 0, length);
        }
        process.StandardInput.Close();
        process.WaitForExit();
    }

    private static string Line(Stream stream)
    {
        var line = new StringBuilder();
        for (var b = stream.ReadByte(); b is >= 0 and not '\n'; b = stream.ReadByte())
            line.Append((char)b);
        return line.ToString();
    }

    private string Run(IEnumerable<string> arguments, bool failsWithoutMatch = false)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 || (failsWithoutMatch && process.ExitCode == 1)
            ? output
            : throw new GitRepositoryException($"git {arguments.First()} failed: {error.GetAwaiter().GetResult().Trim()}");
    }

    private Process Start(IEnumerable<string> arguments, bool withInput = false)
    {
        // Repositories of other users are refused by default; reading them is what the tracker is told to do.
        var start = new ProcessStartInfo("git", ["-c", $"safe.directory={_repository}", "-C", _repository, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = !withInput, RedirectStandardInput = withInput };
        return Process.Start(start) ?? throw new GitRepositoryException("git did not start.");
    }

    private static Process StartAnywhere(IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new GitRepositoryException("git did not start.");
}
