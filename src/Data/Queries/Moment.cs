using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>
/// A moment in a release as people write it: a time, a day (meaning its end in UTC), a release or -rc tag, or a commit.
/// Parses and prints itself, for the query string and the command line alike.
/// </summary>
public sealed partial record Moment
{
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm zzz",
        "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm",
    ];

    private Moment() { }

    /// <summary>What a reader is told whose moment cannot be read.</summary>
    public const string Forms =
        "a time such as 2008-10-15T17:23:30Z or 2014-10-08 14:02 UTC, a day such as 2014-10-08 (its end, UTC), "
        + "a tag such as v2.6.31-rc1, or a commit id of at least 7 digits";

    /// <summary>The time, inclusive; null when a tag or a commit is meant.</summary>
    public DateTimeOffset? Time { get; private init; }

    /// <summary>Only a day was written: <see cref="Time"/> is its last second in UTC.</summary>
    public bool IsDay { get; private init; }

    /// <summary>The release or candidate whose tag is meant.</summary>
    public KernelVersion? Version { get; private init; }

    /// <summary>The first digits (7 to 40, lower case) of the commit that is meant.</summary>
    public string? Commit { get; private init; }

    /// <summary>The tag of a release or candidate.</summary>
    public static Moment Of(KernelVersion version) => new() { Version = version };

    /// <summary>A time, to the second.</summary>
    public static Moment Of(DateTimeOffset time) => new() { Time = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)) };

    /// <summary>The end of a day, UTC.</summary>
    public static Moment EndOf(DateOnly day) =>
        new() { Time = new DateTimeOffset(day, new TimeOnly(23, 59, 59), TimeSpan.Zero), IsDay = true };

    /// <summary>Reads a moment; false for anything but <see cref="Forms"/>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Moment? moment)
    {
        text = text?.Trim() ?? "";
        moment = null;
        if (KernelVersion.TryParse(text, out var version))
            moment = Of(version);
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            moment = EndOf(day);
        else if (CommitForm().IsMatch(text))
            moment = new Moment { Commit = text.ToLowerInvariant() };
        else if (DateTimeOffset.TryParseExact(ZoneAsOffset(text), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            moment = Of(time);
        return moment is not null;
    }

    /// <summary>The form that <see cref="TryParse"/> reads back: for URLs, forms and commands.</summary>
    public override string ToString() =>
        Version?.ToString()
        ?? Commit
        ?? (IsDay
            ? Time!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Time!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    // "2014-10-08 14:02 UTC" and "…Z"; and, because a query string's "+" arrives as a space, "…T10:22:21 02:00".
    private static string ZoneAsOffset(string text) =>
        LostPlusForm().Replace(ZoneForm().Replace(text, "+00:00"), "+");

    [GeneratedRegex(@"(?<=[0-9])\s*(Z|UTC|GMT)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ZoneForm();

    [GeneratedRegex(@"(?<=:[0-9]{2}) (?=[0-9]{2}:[0-9]{2}$)")]
    private static partial Regex LostPlusForm();

    [GeneratedRegex("^[0-9a-fA-F]{7,40}$")]
    private static partial Regex CommitForm();
}
