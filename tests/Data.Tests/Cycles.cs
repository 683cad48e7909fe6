using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Tests;

/// <summary>Releases with nothing but dates.</summary>
internal static class Cycles
{
    /// <summary>The day on which the first release opens its window.</summary>
    public static readonly DateTimeOffset Start = new(2010, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Releases v3.1, v3.2, … that follow each other, newest first.</summary>
    /// <param name="cycles">Of each: days from the opening to every candidate and, last, to the release.</param>
    public static IReadOnlyList<ReleaseFigures> Released(params int[][] cycles)
    {
        var releases = new List<ReleaseFigures>();
        var opened = Start;
        for (var i = 0; i < cycles.Length; i++)
        {
            var release = Make(i + 1, opened, cycles[i][..^1], cycles[i][^1], ReleaseState.Released);
            releases.Insert(0, release);
            opened = release.Time;
        }
        return releases;
    }

    /// <summary>Those with one in the making on top, with candidates and a tip so many days after its opening.</summary>
    public static IReadOnlyList<ReleaseFigures> WithOneInTheMaking(this IReadOnlyList<ReleaseFigures> released, int tip, params int[] candidates) =>
    [
        Make(released.Count + 1, released[0].Time, candidates, tip, candidates.Length == 0 ? ReleaseState.WindowOpen : ReleaseState.Stabilizing),
        .. released,
    ];

    private static ReleaseFigures Make(int number, DateTimeOffset opened, int[] candidates, int end, ReleaseState state)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"v3.{number}");
        var previous = string.Create(CultureInfo.InvariantCulture, $"v3.{number - 1}");
        return new ReleaseFigures(
            version, previous, state, default, opened.AddDays(end), opened, null, candidates.Length > 0 ? opened.AddDays(candidates[0]) : null,
            0, 0, null, null, 0, 0, 0, null, null,
            [.. candidates.Select((day, i) => new CandidateFigures(
                i + 1, string.Create(CultureInfo.InvariantCulture, $"{version}-rc{i + 1}"), default, opened.AddDays(day), 0, 0))]);
    }
}
