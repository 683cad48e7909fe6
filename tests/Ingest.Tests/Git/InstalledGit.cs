using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Git;

/// <summary>The git program, where a test holds our answer against its answer; the test is skipped without it.</summary>
internal static class InstalledGit
{
    public static string Run(string repository, params string[] arguments)
    {
        try
        {
            GitProgram.Run(System.IO.Path.GetTempPath(), "--version");
        }
        catch (InvalidOperationException e) when (e.InnerException is System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The git program is not installed, so there is nothing to compare with.");
        }

        return GitProgram.Run(repository, arguments);
    }
}
