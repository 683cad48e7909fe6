using KernelTracker.Data.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KernelTracker.Data.Queries;

/// <summary>Registers the query classes; they need a factory of <see cref="TrackerContext"/>.</summary>
public static class TrackerQueries
{
    /// <summary>Adds every query class.</summary>
    public static IServiceCollection AddTrackerQueries(this IServiceCollection services) =>
        services
            .AddSingleton<StateQueries>()
            .AddSingleton<ReleaseQueries>()
            .AddSingleton<RangeQueries>()
            .AddSingleton<CompareQueries>()
            .AddSingleton<WindowQueries>()
            .AddSingleton<PaceQueries>()
            .AddSingleton<FlowQueries>()
            .AddSingleton<PartQueries>()
            .AddSingleton<ChangesetListQueries>()
            .AddSingleton<PullListQueries>()
            .AddSingleton<PullQueries>()
            .AddSingleton<ChangesetQueries>()
            .AddSingleton<SubsystemQueries>()
            .AddSingleton<DeveloperQueries>()
            .AddSingleton<PeopleQueries>()
            .AddSingleton<EmployerQueries>()
            .AddSingleton<TreeQueries>()
            .AddSingleton<SearchQueries>()
            .AddSingleton<StatusQueries>()
            .AddSingleton<KconfigQueries>()
            .AddSingleton<KconfigSearch>()
            .AddSingleton<HardwareQueries>()
            .AddSingleton<KernelFinder>()
            .AddSingleton<StableQueries>()
            .AddSingleton<StableReportQueries>()
            .AddSingleton<StableStandingQueries>()
            .AddSingleton<StableAnswerQueries>()
            .AddSingleton<VulnerabilityQueries>()
            .AddSingleton<NotableQueries>()
            .AddSingleton<InterfaceQueries>()
            .AddSingleton<WindowReader>()
            .AddClock();

    private static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
