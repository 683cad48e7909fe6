using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Reads hardware additions: lists, searches, one record with all its evidence.</summary>
public sealed class HardwareQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Lists or searches.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="pageSize">Records on a page.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<HardwareList> ListAsync(HardwareFilter filter, int page, int pageSize, CancellationToken cancellation) =>
        throw new NotImplementedException($"{contexts}");

    /// <summary>What a stretch of a release newly supports; of one heading, or all.</summary>
    public Task<HardwareReleaseList> ReleaseListAsync(ReleaseRange range, HardwareCategory? category, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>One record with all its evidence; null when there is none of that key.</summary>
    public Task<HardwareDetail?> DetailAsync(string key, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The additions that a changeset is evidence for, by name.</summary>
    public Task<IReadOnlyList<HardwareItem>> OfChangesetAsync(ObjectId sha, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The additions that a pull brought, by heading and name.</summary>
    public Task<IReadOnlyList<HardwareItem>> OfPullAsync(ObjectId sha, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The additions that a Kconfig symbol enables, oldest first.</summary>
    /// <param name="symbol">With or without CONFIG_.</param>
    /// <param name="cancellation">Stops the query.</param>
    public Task<IReadOnlyList<HardwareItem>> OfSymbolAsync(string symbol, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>How much hardware each release added, newest release first.</summary>
    public Task<IReadOnlyList<HardwareReleaseCount>> CountsAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The newest additions by commit time, newest first, withdrawn ones left out.</summary>
    public Task<IReadOnlyList<HardwareItem>> NewestAsync(HardwareFilter filter, int count, CancellationToken cancellation) => throw new NotImplementedException();
}
