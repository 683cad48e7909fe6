using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Hosting;

/// <summary>The published state, read once per request so that a page cannot mix two of them in its frame.</summary>
public sealed class SiteStateReader(StateQueries queries)
{
    private Task<SiteState?>? _state;

    /// <summary>The state; null while there is no data.</summary>
    public Task<SiteState?> ReadAsync(CancellationToken cancellation) => _state ??= queries.ReadAsync(cancellation);
}
