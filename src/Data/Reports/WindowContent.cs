using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>All that a written report of a stretch is made of.</summary>
/// <param name="Report">Its figures.</param>
/// <param name="Hardware">The hardware that it newly supports.</param>
/// <param name="Notable">What users and developers will notice.</param>
/// <param name="People">Who was behind it.</param>
public sealed record WindowContent(RangeReport Report, HardwareReleaseList Hardware, NotableList Notable, PeopleReport People);

/// <summary>Reads all that a written report needs.</summary>
public sealed class WindowReader(WindowQueries windows, HardwareQueries hardware, NotableQueries notable, PeopleQueries people)
{
    /// <summary>The content of a report on a stretch.</summary>
    public async Task<WindowContent> ReadAsync(ReleaseRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new WindowContent(
            await windows.ReportAsync(range, cancellation),
            await hardware.ReleaseListAsync(range, null, cancellation),
            await notable.OfRangeAsync(range, cancellation),
            await people.ReportAsync(range, new ChangesetFilter(), cancellation));
    }
}
