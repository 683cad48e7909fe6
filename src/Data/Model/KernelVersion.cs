using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelTracker.Data.Model;

/// <summary>
/// The version of a mainline release or candidate: 2.6.N and X.Y are mainline releases,
/// "-rcN" marks a candidate. Stable updates (2.6.N.M, X.Y.Z) are no such version.
/// Ordered as released: candidates before their release.
/// </summary>
/// <param name="Major">2 for the 2.6 series, else X.</param>
/// <param name="Minor">6 for the 2.6 series, else Y.</param>
/// <param name="Patch">N of 2.6.N, else 0.</param>
/// <param name="Candidate">N of -rcN; null for the release itself.</param>
public readonly partial record struct KernelVersion(int Major, int Minor, int Patch, int? Candidate)
    : IComparable<KernelVersion>
{
    /// <summary>The last minor of each major series, after which the major number rose.</summary>
    private static readonly (int Major, int Minor)[] LastOfSeries = [(3, 19), (4, 20), (5, 19), (6, 19)];

    private bool IsOldStyle => Major == 2;

    /// <summary>The release this version leads to: v3.18 for v3.18-rc3.</summary>
    public KernelVersion Release => this with { Candidate = null };

    /// <summary>Sortable key of the release; candidates share it.</summary>
    public int SortKey => (Major * 1_000_000) + (Minor * 1_000) + Patch;

    /// <summary>The release that a <see cref="SortKey"/> stands for.</summary>
    public static KernelVersion OfSortKey(int key) => new(key / 1_000_000, key / 1_000 % 1_000, key % 1_000, null);

    /// <summary>
    /// The version that customarily follows this release: v2.6.39 → v3.0, v3.19 → v4.0, v4.20 → v5.0,
    /// v5.19 → v6.0, v6.19 → v7.0, else the next number. Later turns are not known in advance.
    /// </summary>
    public KernelVersion Next()
    {
        if (IsOldStyle)
            return Patch >= 39 ? new(3, 0, 0, null) : new(2, 6, Patch + 1, null);
        return LastOfSeries.Contains((Major, Minor)) ? new(Major + 1, 0, 0, null) : new(Major, Minor + 1, 0, null);
    }

    /// <summary>Reads a tag name or version, with or without its leading v; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KernelVersion version)
    {
        version = default;
        if (text is null || Form().Match(text) is not { Success: true } match)
            return false;
        if (!Number(match, "major", out var major) || !Number(match, "minor", out var minor))
            return false;
        var patch = 0;
        if (match.Groups["patch"].Success && !Number(match, "patch", out patch))
            return false;
        // In the 2.6 series the third number names the release; later a third number is a stable update.
        if (major == 2 ? minor != 6 || !match.Groups["patch"].Success : major < 2 || match.Groups["patch"].Success)
            return false;
        int? candidate = null;
        if (match.Groups["rc"].Success)
        {
            if (!Number(match, "rc", out var number) || number == 0)
                return false;
            candidate = number;
        }
        version = new KernelVersion(major, minor, patch, candidate);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(KernelVersion other)
    {
        var byRelease = SortKey.CompareTo(other.SortKey);
        return byRelease != 0 ? byRelease : (Candidate ?? int.MaxValue).CompareTo(other.Candidate ?? int.MaxValue);
    }

    /// <summary>Compares as released.</summary>
    public static bool operator <(KernelVersion left, KernelVersion right) => left.CompareTo(right) < 0;

    /// <summary>Compares as released.</summary>
    public static bool operator >(KernelVersion left, KernelVersion right) => left.CompareTo(right) > 0;

    /// <summary>Compares as released.</summary>
    public static bool operator <=(KernelVersion left, KernelVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as released.</summary>
    public static bool operator >=(KernelVersion left, KernelVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The tag name, with its leading v: "v2.6.30", "v3.18-rc1".</summary>
    public override string ToString()
    {
        var number = IsOldStyle
            ? string.Create(CultureInfo.InvariantCulture, $"v{Major}.{Minor}.{Patch}")
            : string.Create(CultureInfo.InvariantCulture, $"v{Major}.{Minor}");
        return Candidate is { } rc ? string.Create(CultureInfo.InvariantCulture, $"{number}-rc{rc}") : number;
    }

    private static bool Number(Match match, string group, out int value) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    [GeneratedRegex(@"^v?(?<major>[0-9]{1,3})\.(?<minor>[0-9]{1,3})(\.(?<patch>[0-9]{1,3}))?(-rc(?<rc>[0-9]{1,3}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
