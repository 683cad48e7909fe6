using System.CommandLine;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>report: a release or merge window, as of any moment.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", "Writes the report of a release's merge window.");
        return command;
    }
}
