using System.CommandLine;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.Extensions.Options;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>The command line: exit 0 done, 1 failed, 2 bad usage.</summary>
internal static class EntryPoint
{
    private static async Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("Reads Linux kernel git trees into the Kernel Tracker database.")
        {
            IngestCommand.Create(),
            WatchCommand.Create(),
            ReportCommand.Create(),
            VerifyCommand.Create(),
            SnapshotCommand.Create(),
            RecallCommand.Create(),
            VerifyInterfacesCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See --help.");
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
                await Console.Error.WriteLineAsync(failure);
            return 2;
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. The next run goes on from there.");
            return 1;
        }
        catch (Exception e) when (e is GitRepositoryException or GitObjectException or GitFormatException or TrackerDatabaseException or IOException or InvalidDataException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}

/// <summary>The command was called in a way that makes no sense; the message says what would.</summary>
internal sealed class UsageException(string message) : Exception(message);
