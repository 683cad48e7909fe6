using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>What the mail that opens a review says ("This is the start of the stable review cycle for the 3.16.5 release.").</summary>
/// <param name="Version">The candidate or update that it announces; null when it names none.</param>
/// <param name="Due">Until when responses are asked for; null when not stated, or not as a date.</param>
internal sealed partial record ReviewAnnouncement(StableVersion? Version, DateTimeOffset? Due)
{
    private static readonly string[] Forms =
    [
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "MMM d HH:mm:ss zzz yyyy", "MMM d HH:mm:ss yyyy zzz", "MMM d, yyyy HH:mm:ss zzz",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm zzz",
    ];

    /// <summary>Reads a mail, or a file of mails: the first announcement counts.</summary>
    public static ReviewAnnouncement Read(string text)
    {
        StableVersion? version = null;
        if (Candidate().Match(text) is { Success: true } candidate && StableVersion.TryParse(candidate.Groups["version"].Value, out var found))
            version = found;
        else if (Cycle().Match(text) is { Success: true } cycle && StableVersion.TryParse(cycle.Groups["version"].Value, out found))
            version = found;
        return new ReviewAnnouncement(version, DueDate().Match(text) is { Success: true } due ? Date(due.Groups["date"].Value) : null);
    }

    /// <summary>"Thu, 09 Oct 2014 22:16:33 GMT", "Thu Oct  9 22:16:33 UTC 2014" and the like.</summary>
    private static DateTimeOffset? Date(string written)
    {
        var text = Zone().Replace(Blanks().Replace(WeekDay().Replace(written, ""), " ").Trim(), "+00:00");
        text = Offset().Replace(text, "$1:$2");
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    [GeneratedRegex(@"\bpatch-(?<version>v?[0-9.]{3,20}-rc[0-9]{1,3})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"\breview cycle for (the )?(linux )?(?<version>v?[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,4}(\.[0-9]{1,4})?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Cycle();

    [GeneratedRegex(@"responses should be made by\s+(?<date>[A-Za-z0-9,:+\- \t]{8,60})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DueDate();

    [GeneratedRegex(@"^\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(GMT|UTC)\b|(?<=[0-9])Z\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"([+-][0-9]{2})([0-9]{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
