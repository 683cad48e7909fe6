using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components.Pages;

/// <summary>All feeds, in words.</summary>
public sealed partial class Feeds(ReleaseQueries releases, SubsystemQueries subsystems, StableQueries stable)
{
    private IReadOnlyList<KernelVersion> Releases { get; set; } = [];

    private IReadOnlyList<SubsystemRow> Subsystems { get; set; } = [];

    private IReadOnlyList<StableSeriesSummary> Series { get; set; } = [];

    /// <summary>The feeds of everything of a kind, with what they are called: pages name them in their heads.</summary>
    /// <param name="hasStable">Stable trees are tracked.</param>
    public static IEnumerable<(string Address, string Title)> Whole(bool hasStable)
    {
        yield return ("/feeds/releases.atom", "Kernel releases and candidates");
        yield return (Links.PullFeed(new PullFilter()), "Pulls into mainline");
        yield return (Links.HardwareFeed(new HardwareFilter()), "New hardware support");
        if (hasStable)
            yield return ("/feeds/stable.atom", "Stable updates");
    }

    protected override async Task OnInitializedAsync()
    {
        foreach (var release in await releases.ListAsync(CancellationToken.None))
        {
            if (release.Pulls > 0 && KernelVersion.TryParse(release.Version, out var version))
                Releases = [.. Releases, version];
        }
        Subsystems = [.. (await subsystems.ListAsync(CancellationToken.None)).Rows.Where(r => r.Changesets > 0)];
        Series = await stable.ListAsync(CancellationToken.None);
    }
}
