using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>All that a report of a stretch is made of.</summary>
/// <param name="Report">Its figures.</param>
/// <param name="Hardware">The hardware that it newly supports.</param>
/// <param name="Notable">What users and developers will notice.</param>
/// <param name="People">Who was behind it.</param>
public sealed record WindowContent(RangeReport Report, HardwareReleaseList Hardware, NotableList Notable, PeopleReport People)
{
    /// <summary>The stretch in a few sentences.</summary>
    public required ReportSummary Summary { get; init; }

    /// <summary>Through which trees it came.</summary>
    public required FlowReport Flow { get; init; }

    /// <summary>When what comes next is to be expected; null for anything but the release in the making as it stands.</summary>
    public Forecast? Forecast { get; init; }
}

/// <summary>Reads all that a report needs.</summary>
public sealed class WindowReader(
    WindowQueries windows, HardwareQueries hardware, NotableQueries notable, PeopleQueries people, ReleaseQueries releases, PaceQueries pace, FlowQueries flows,
    TimeProvider clock)
{
    /// <summary>The content of a report on a stretch.</summary>
    public async Task<WindowContent> ReadAsync(ReleaseRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        // The provider for SQLite answers on the thread that asks; on a second one, the slowest part runs beside the rest.
        var behind = Task.Run(() => people.ReportAsync(range, new ChangesetFilter(), cancellation), cancellation);
        var all = await releases.ListAsync(cancellation);
        var figures = await windows.ReportAsync(range, cancellation);
        var additions = await hardware.ReleaseListAsync(range, null, cancellation);
        var changes = await notable.OfRangeAsync(range, cancellation);
        var summary = SummaryWriter.Of(figures, additions, await pace.ReadAsync(range, all, cancellation));
        var flow = await flows.ReadAsync(range, cancellation);
        return new WindowContent(figures, additions, changes, await behind)
        {
            Summary = summary,
            Flow = flow,
            // About the release in the making as it stands, not as it stood.
            Forecast = !range.IsComparison && all.Count > 0 && range.Version == all[0].Version && range.UpTo == range.LastPosition
                ? Forecast.Of(all, clock.GetUtcNow())
                : null,
        };
    }
}
