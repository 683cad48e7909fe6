using System.CommandLine;
using KernelTracker.Ingest.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>watch: passes on schedule until stopped.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var command = new Command("watch", "Reads what is new in the trees, now and then on schedule, until stopped.");
        var common = new CommonOptions().AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(common.Read(parsed), cancel));
        return command;
    }

    private static async Task<int> RunAsync(TrackerOptions options, CancellationToken cancel)
    {
        options.HostIngest = true;
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true);
        builder.Services.AddSingleton(Options.Create(options)).AddIngestWorker();
        using var host = builder.Build();
        await host.RunAsync(cancel);
        return 0;
    }
}
