using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Charts;
using Xunit;

namespace KernelTracker.Web.Tests;

public class ChartTests
{
    private static readonly DateOnly First = new(2009, 6, 10);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(7, 8, 2)]
    [InlineData(99, 100, 20)]
    [InlineData(100, 100, 20)]
    [InlineData(101, 150, 50)]
    [InlineData(12243, 15000, 5000)]
    public void An_axis_ends_at_a_round_number(double highest, double top, double step) =>
        Assert.Equal(new Axis(top, step), Axis.For(highest));

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(40, 30, 20)]
    [InlineData(11_000, 100, 3)]
    public void No_band_of_the_flow_strikes_a_label_out(int most, int step, int inner)
    {
        // A letter of 12 px reaches this far above and below the line it stands on.
        const double up = 9, down = 2;
        TreeLink[] trees = [.. Enumerable.Range(1, 30).Select(i => new TreeLink($"a/tree-with-a-name-{i}", null, SourceKind.Repository))];
        FlowLine[] into = [.. trees.Take(20).Select((t, i) => new FlowLine(t, null, Math.Max(1, most / (i + 1)) + step, 1, 1))];
        FlowLine[] deep = [.. trees.Skip(20).Take(inner).Select((t, i) => new FlowLine(t, trees[i % 3], Math.Max(1, most / (4 * (i + 1))), 1, 1))];
        var flow = new FlowReport(null!, [.. into, .. deep], [], IsWhole: true);
        foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Medium, ChartSize.Narrow])
        {
            var drawing = FlowChart.Of(flow, size);

            Assert.NotEmpty(drawing.Bands);
            foreach (var label in drawing.Labels.Where(l => l.Kind == "node"))
            {
                var end = label.X + (6.6 * label.Text.Length);
                foreach (var band in drawing.Bands.Where(b => b.X1 < end && b.X2 > label.X))
                {
                    Assert.True(band.Bend >= end - 0.01, $"{size.Width}: a band bends before the end of {label.Text}");
                    Assert.True(
                        (band.Y1 <= label.Y - up && band.Y1 + band.Height >= label.Y + down) || band.Y1 >= label.Y + down || band.Y1 + band.Height <= label.Y - up,
                        $"{size.Width}: a band at {band.Y1} of {band.Height} runs through {label.Text} at {label.Y}");
                }
            }
            Assert.All(drawing.Bands, b => Assert.True(b.Y1 >= 0 && Math.Max(b.Y1, b.Y2) + b.Height <= drawing.Size.Height));
            Assert.All(drawing.Bars, b => Assert.True(b.Y >= 0 && b.Y + b.Height <= drawing.Size.Height));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(90)]
    [InlineData(400)]
    public void Everything_stays_within_the_picture(int days)
    {
        foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Narrow])
        {
            var figures = Figures(days);
            var marks = Enumerable.Range(0, 9).Select(i => new DayMark(First.AddDays(i * days / 9), $"rc{i + 1}")).ToList();
            foreach (var drawing in (Drawing[])[DayChart.PerDay(figures, marks, size), DayChart.RunningTotal(figures, marks, size)])
            {
                Assert.All(drawing.Bars, b => Assert.True(b.X >= size.Left && b.X + b.Width <= size.Right + 0.01 && b.Y >= size.Top - 0.01 && b.Height >= 0));
                Assert.All(drawing.Labels, l => Assert.True(l.X >= 0 && l.X <= size.Width && l.Y >= 0 && l.Y <= size.Height, l.ToString()));
                // Digits of 12 px are about 7 px wide.
                Assert.All(drawing.Labels.Where(l => l.Anchor == "end"), l => Assert.True(l.X - (7 * l.Text.Length) >= 0, l.ToString()));
                Assert.All(drawing.Path, p => Assert.True(p.Y >= size.Top - 0.01 && p.Y <= size.Base + 0.01));
            }
        }
    }

    [Fact]
    public void Labels_of_a_row_do_not_touch()
    {
        var marks = Enumerable.Range(0, 9).Select(i => new DayMark(First.AddDays(i * 2), $"rc{i + 1}")).ToList();
        var drawing = DayChart.PerDay(Figures(100), marks, ChartSize.Narrow);

        foreach (var row in drawing.Labels.Where(l => l.Anchor != "end").GroupBy(l => l.Y))
        {
            var xs = row.Select(l => l.X).Order().ToList();
            Assert.All(xs.Zip(xs.Skip(1)), p => Assert.True(p.Second - p.First >= 20));
        }
    }

    [Fact]
    public void A_bar_is_as_high_as_its_count()
    {
        var drawing = DayChart.PerDay([new(First, 50, 50), new(First.AddDays(1), 100, 150)], [], ChartSize.Wide);

        Assert.Equal(ChartSize.Wide.PlotHeight, drawing.Bars[1].Height, 3);
        Assert.Equal(drawing.Bars[1].Height / 2, drawing.Bars[0].Height, 3);
    }

    [Fact]
    public void Nothing_is_drawn_of_nothing() => Assert.Empty(DayChart.PerDay([], [], ChartSize.Wide).Bars);

    [Fact]
    public void Text_in_a_picture_is_encoded() =>
        Assert.DoesNotContain("<script", SvgWriter.Write(DayChart.PerDay([], [], ChartSize.Wide), "<script>", ""), StringComparison.Ordinal);

    private static List<DayFigures> Figures(int days)
    {
        var total = 0;
        return [.. Enumerable.Range(0, days).Select(i => new DayFigures(First.AddDays(i), (i * 37 % 90) + 1, total += (i * 37 % 90) + 1))];
    }
}
