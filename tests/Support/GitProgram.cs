using System.ComponentModel;
using System.Diagnostics;

namespace KernelTracker.Tests.Support;

/// <summary>Runs the git program, for tests that hold our answers against its answers.</summary>
public static class GitProgram
{
    /// <summary>Runs git in <paramref name="repository"/> and returns its output without the last line end.</summary>
    /// <exception cref="InvalidOperationException">Git is not installed or reported an error.</exception>
    public static string Run(string repository, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing of the user's or the machine's configuration may change an answer.
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = Path.Combine(Path.GetTempPath(), "no-such-gitconfig");
        foreach (var argument in (string[])["-c", "safe.directory=*", "-C", repository, .. arguments])
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("This test needs the git program. Install it (Debian: apt-get install git).", e);
        }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed ({process.ExitCode}): {errors.Result}");
            return output.TrimEnd('\n');
        }
    }

    /// <summary>Runs git and reads its output as one number.</summary>
    public static int Count(string repository, params string[] arguments) =>
        int.Parse(Run(repository, arguments), System.Globalization.CultureInfo.InvariantCulture);
}
