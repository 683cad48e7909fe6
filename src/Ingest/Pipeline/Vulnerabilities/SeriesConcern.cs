namespace KernelTracker.Ingest.Pipeline.Vulnerabilities;

/// <summary>A line of a record: where a flaw came in and where it was fixed.</summary>
/// <param name="Introduced">Null when not known.</param>
/// <param name="Fixed">Null while unfixed.</param>
internal readonly record struct FlawSpan(VersionPlace? Introduced, VersionPlace? Fixed);

/// <summary>Whether a flaw concerns a series, and which of its updates fixed it.</summary>
/// <param name="Concerns">The series had it, or has it.</param>
/// <param name="FixedNumber">The update that fixed it; null while it is open.</param>
internal readonly record struct SeriesConcern(bool Concerns, int? FixedNumber)
{
    /// <summary>
    /// Judges by the order of versions. A flaw concerns a series when mainline had it in the series' release, or when an update
    /// of the series brought it; an introduction that is not known lies before every release.
    /// </summary>
    public static SeriesConcern Of(int series, IReadOnlyList<FlawSpan> spans)
    {
        int? mended = null, reopened = null;
        var hadIt = false;
        foreach (var span in spans)
        {
            // Fixed by several commits: by the last of them.
            if (span.Fixed is { Number: > 0 } fix && fix.SeriesId == series)
                mended = Math.Max(mended ?? 0, fix.Number);
            else if (span.Introduced is { Number: > 0 } own && own.SeriesId == series)
                reopened = Math.Max(reopened ?? 0, own.Number);
            else
                hadIt |= IsInherited(span, series) && !IsMendedBefore(spans, span, series);
        }
        if (mended is { } number)
            return new SeriesConcern(true, reopened > number ? null : number);
        return new SeriesConcern(hadIt || reopened is not null, null);
    }

    /// <summary>The flaw came in with the series' release or before, and this line names no fix up to it.</summary>
    private static bool IsInherited(FlawSpan span, int series) =>
        span.Introduced is null or { Number: 0 }
        && (span.Introduced?.SeriesId ?? 0) <= series
        && (span.Fixed is null || span.Fixed.Value.SeriesId > series);

    /// <summary>
    /// The fix of an update of a later series tells nothing about this one where mainline had fixed the same before.
    /// Several fixes of mainline belong together: the last one counts.
    /// </summary>
    private static bool IsMendedBefore(IReadOnlyList<FlawSpan> spans, FlawSpan span, int series)
    {
        if (span.Fixed is not { Number: > 0 })
            return false;
        foreach (var other in spans)
            if (other.Introduced == span.Introduced && other.Fixed is { Number: 0 } fix && fix.SeriesId <= series)
                return true;
        return false;
    }
}
