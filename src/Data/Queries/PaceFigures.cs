namespace KernelTracker.Data.Queries;

/// <summary>What of a cycle is compared with past ones.</summary>
public enum PaceSpan : byte
{
    /// <summary>The whole release.</summary>
    Release,

    /// <summary>The whole merge window.</summary>
    Window,

    /// <summary>What had come in by a day of the cycle.</summary>
    Day,
}

/// <summary>Changesets of a past release over the same span.</summary>
/// <param name="Version">The release.</param>
/// <param name="Changesets">Its changesets.</param>
public sealed record PacePoint(string Version, int Changesets);

/// <summary>How a stretch compares with past cycles.</summary>
/// <param name="Span">What is compared.</param>
/// <param name="Day">Day of the cycle, from 1, for <see cref="PaceSpan.Day"/>.</param>
/// <param name="Past">Past releases, newest first.</param>
public sealed record PaceFigures(PaceSpan Span, int Day, IReadOnlyList<PacePoint> Past)
{
    /// <summary>The median of the past releases; null without any.</summary>
    public int? Median
    {
        get
        {
            if (Past.Count == 0)
                return null;
            var sorted = Past.Select(p => p.Changesets).Order().ToList();
            var middle = sorted.Count / 2;
            return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) / 2;
        }
    }
}
