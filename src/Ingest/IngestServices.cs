using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KernelTracker.Ingest;

/// <summary>Lets a host run ingest on schedule.</summary>
public static class IngestServices
{
    /// <summary>Adds the configuration section "Tracker", checked at the start.</summary>
    public static IServiceCollection AddTrackerOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<TrackerOptions>, TrackerOptionsValidator>();
        services.AddOptions<TrackerOptions>().Bind(configuration.GetSection(TrackerOptions.Section)).ValidateOnStart();
        return services;
    }

    /// <summary>Adds the worker that reads the configured trees at the start and then on schedule.</summary>
    public static IServiceCollection AddIngestWorker(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddHostedService<IngestWorker>();
    }
}
