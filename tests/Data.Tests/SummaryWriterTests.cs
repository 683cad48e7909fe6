using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class SummaryWriterTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(99, "99")]
    [InlineData(142, "More than a hundred (142)")]
    [InlineData(437, "A few hundred (437)")]
    [InlineData(912, "Close to a thousand (912)")]
    [InlineData(1432, "More than a thousand (1,432)")]
    [InlineData(2936, "A few thousand (2,936)")]
    [InlineData(7000, "About seven thousand (7,000)")]
    [InlineData(11989, "About twelve thousand (11,989)")]
    [InlineData(20499, "About twenty thousand (20,499)")]
    [InlineData(23707, "About 24 thousand (23,707)")]
    [InlineData(145753, "About 146 thousand (145,753)")]
    public void Numbers_are_said_in_words_and_digits(int count, string words) => Assert.Equal(words, SummaryWriter.Magnitude(count));

    [Fact]
    public void Every_number_has_words_up_to_a_million()
    {
        for (var count = 0; count < 1_000_000; count += 250)
            Assert.Contains(count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), SummaryWriter.Magnitude(count), StringComparison.Ordinal);
    }

    public static TheoryData<string, (Area, int, string?, int)[], PaceFigures?, int, int> Cases => new()
    {
        {
            "A few thousand (2,936) changesets so far since v3.17; the weight is on device drivers (61 %), staging alone 24 %.",
            [(Area.DeviceDrivers, 1791, "Staging", 705), (Area.Networking, 1145, null, 0)], null, 0, 0
        },
        {
            "A few hundred (300) changesets so far since v3.17; the largest shares are device drivers (33 %) and networking (30 %).",
            [(Area.DeviceDrivers, 100, null, 0), (Area.Networking, 90, null, 0), (Area.CoreKernel, 60, null, 0), (Area.Documentation, 50, null, 0)], null, 0, 0
        },
        {
            "1 changeset so far since v3.17; all of it is about the core kernel. 1 device or family of devices is newly supported.",
            [(Area.CoreKernel, 1, null, 0)], null, 1, 0
        },
        {
            "More than a hundred (110) changesets so far since v3.17; the weight is on device drivers (91 %), USB alone 45 %. "
                + "The number of changesets is above the median of the last three cycles by the same day, day 3 (80). 12 devices or families of devices are newly supported. "
                + "Of 20 developers, 4 have nothing in an earlier release.",
            [(Area.DeviceDrivers, 100, "USB", 50), (Area.Networking, 10, null, 0)], Pace(PaceSpan.Day, 70, 80, 90), 12, 4
        },
        {
            "50 changesets so far since v3.17; the weight is on networking (80 %). The number of changesets is near the median of the last four merge windows (51).",
            [(Area.Networking, 40, null, 0), (Area.CoreKernel, 10, null, 0)], Pace(PaceSpan.Window, 40, 50, 52, 90), 0, 0
        },
        {
            "50 changesets so far since v3.17; the weight is on networking (80 %). The number of changesets is below the median of the last three releases (500).",
            [(Area.Networking, 40, null, 0), (Area.CoreKernel, 10, null, 0)], Pace(PaceSpan.Release, 400, 500, 600), 0, 0
        },
        { "Nothing has come in so far since v3.17.", [], null, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sentences_follow_from_figures(string expected, (Area, int, string?, int)[] areas, PaceFigures? pace, int devices, int newDevelopers)
    {
        var report = Report(areas, newDevelopers);

        Assert.Equal(expected, SummaryWriter.Of(report, Hardware(report.Range, devices), pace).ToString());
    }

    [Fact]
    public void Clauses_are_three_at_most_and_the_figures_in_them_lead_somewhere()
    {
        var report = Report([(Area.Networking, 40, null, 0), (Area.CoreKernel, 10, null, 0)], 4) with
        {
            Lines = new LineFigures(10, 20),
            Trees = [new TreeFigures("davem/net", null, SourceKind.Repository, 40, 2, default)],
        };

        var summary = SummaryWriter.Of(report, Hardware(report.Range, 2), Pace(PaceSpan.Window, 1, 2, 3));

        Assert.Equal(4, summary.Sentences.Count);
        Assert.All(summary.Sentences, s => Assert.Contains(s, p => p.Evidence != SummaryEvidence.None && p.Text.Any(char.IsAsciiDigit)));
    }

    [Fact]
    public void A_comparison_says_both_ends()
    {
        var report = Report([(Area.Networking, 40, null, 0), (Area.CoreKernel, 10, null, 0)], 0);
        report = report with
        {
            Range = report.Range with { IsComparison = true, Since = Moment.Of(new KernelVersion(3, 15, 0, null)), AsOf = Moment.EndOf(new DateOnly(2014, 10, 8)) },
        };

        Assert.StartsWith(
            "50 changesets from v3.15 to the end of 8 October 2014 UTC; the weight is on networking",
            SummaryWriter.Of(report, Hardware(report.Range, 0), null).ToString(), StringComparison.Ordinal);
    }

    private static PaceFigures Pace(PaceSpan span, params int[] past) => new(span, 3, [.. past.Select((p, i) => new PacePoint($"v3.{i}", p))]);

    private static RangeReport Report((Area Area, int Count, string? Part, int OfPart)[] areas, int newDevelopers)
    {
        var range = new ReleaseRange
        {
            Version = "v3.18",
            Previous = "v3.17",
            State = ReleaseState.WindowOpen,
            AsOf = null,
            Since = null,
            After = 0,
            UpTo = 10,
            Tip = null,
            SinceTip = null,
            Chain = [],
            IsWhole = true,
            Until = "v3.18",
        };
        return new RangeReport(
            range, areas.Sum(a => a.Count), areas.Sum(a => a.Count), 1, 20, newDevelopers, null,
            [.. areas.Select(a => new AreaFigures(a.Area, a.Count, a.Part is null ? [] : [new PartFigures(a.Part, a.OfPart), new PartFigures("Other", 1)]))],
            [], []);
    }

    private static HardwareReleaseList Hardware(ReleaseRange range, int devices) => new(
        range, IsRead: true,
        devices == 0 ? [] : [new HardwareGroup(HardwareCategoryNames.All[0], [.. Enumerable.Repeat(new HardwareEntry(null!, false), devices)])],
        [], null);
}
