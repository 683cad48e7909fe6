namespace KernelTracker.Ingest.Git;

/// <summary>Who wrote or committed, and when.</summary>
/// <param name="Name">The name as written, perhaps empty.</param>
/// <param name="Email">The address as written, perhaps empty.</param>
/// <param name="Time">Seconds since 1970 UTC; 0 when the date is missing or garbled, as git reads it.</param>
/// <param name="OffsetMinutes">Offset from UTC in minutes, within ±14 hours of any sane object but not held to it.</param>
internal readonly record struct GitSignature(string Name, string Email, long Time, int OffsetMinutes);
