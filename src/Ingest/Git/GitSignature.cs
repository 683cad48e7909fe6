namespace KernelTracker.Ingest.Git;

/// <summary>Who wrote or committed, and when.</summary>
/// <param name="Name">The name as written, perhaps empty.</param>
/// <param name="Email">The address as written, perhaps empty.</param>
/// <param name="Time">Seconds since 1970 UTC; 0 when the date is missing, garbled or past the year 9999.</param>
/// <param name="OffsetMinutes">Offset from UTC in minutes; 0 when missing, garbled or beyond 14 hours.</param>
internal readonly record struct GitSignature(string Name, string Email, long Time, int OffsetMinutes);
