using System.Globalization;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Charts;

/// <summary>A mark on the time axis: a candidate's day.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Text">What it is called: "rc1".</param>
public sealed record DayMark(DateOnly Day, string Text);

/// <summary>Changesets by day, as bars, or their running total, as a line.</summary>
public static class DayChart
{
    private const double Gap = 0.2;
    private const double LabelWidth = 58;
    private const double LetterWidth = 6.6;
    private const double MarkGap = 6;

    /// <summary>Changesets per day with the candidates' marks.</summary>
    public static Drawing PerDay(IReadOnlyList<DayFigures> days, IReadOnlyList<DayMark> marks, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(size);
        if (days.Count == 0)
            return Empty(size);
        var (first, count) = Span(days, marks);
        var slot = (double)size.PlotWidth / count;
        var axis = Axis.For(days.Max(d => d.Changesets));
        var bars = days.Select(d => new Bar(
            size.Left + (slot * (Offset(first, d.Day) + (Gap / 2))),
            size.Y(d.Changesets, axis),
            slot * (1 - Gap),
            size.Base - size.Y(d.Changesets, axis),
            "bar")).ToList();
        var (markRules, markLabels) = Marks(marks, first, slot, size);
        return new Drawing(size, bars, [.. Grid(axis, size), .. markRules], [.. Numbers(axis, size), .. Dates(first, count, slot, size), .. markLabels], []);
    }

    /// <summary>The running total by day, with its last value written at its end.</summary>
    public static Drawing RunningTotal(IReadOnlyList<DayFigures> days, IReadOnlyList<DayMark> marks, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(size);
        if (days.Count == 0)
            return Empty(size);
        var (first, count) = Span(days, marks);
        var slot = (double)size.PlotWidth / count;
        var axis = Axis.For(days[^1].Total);
        // A total stands at the end of its day and stays until the next one with intake.
        var path = new List<(double X, double Y)> { (size.Left, size.Base) };
        foreach (var day in days)
        {
            var x = size.Left + (slot * Offset(first, day.Day));
            path.Add((x, path[^1].Y));
            path.Add((x + slot, size.Y(day.Total, axis)));
        }
        var end = path[^1];
        var (markRules, markLabels) = Marks(marks, first, slot, size);
        var value = new Label(
            Math.Min(end.X, size.Right) - 6, Math.Max(end.Y - 8, size.Top + 4),
            days[^1].Total.ToString("N0", CultureInfo.InvariantCulture), "end", "value");
        return new Drawing(size, [], [.. Grid(axis, size), .. markRules], [.. Numbers(axis, size), .. Dates(first, count, slot, size), .. markLabels, value], path);
    }

    private static Drawing Empty(ChartSize size) => new(size, [], [new Rule(size.Left, size.Base, size.Right, size.Base, "grid")], [], []);

    private static (DateOnly First, int Count) Span(IReadOnlyList<DayFigures> days, IReadOnlyList<DayMark> marks)
    {
        var all = days.Select(d => d.Day).Concat(marks.Select(m => m.Day)).ToList();
        return (all.Min(), all.Max().DayNumber - all.Min().DayNumber + 1);
    }

    private static int Offset(DateOnly first, DateOnly day) => day.DayNumber - first.DayNumber;

    private static IEnumerable<Rule> Grid(Axis axis, ChartSize size) =>
        axis.Marks.Select(m => new Rule(size.Left, size.Y(m, axis), size.Right, size.Y(m, axis), "grid"));

    private static IEnumerable<Label> Numbers(Axis axis, ChartSize size) =>
        axis.Marks.Select(m => new Label(size.Left - 6, size.Y(m, axis) + 4, m.ToString("N0", CultureInfo.InvariantCulture), "end", "tick"));

    /// <summary>As many dates as have room, at equal distances of whole days.</summary>
    private static IEnumerable<Label> Dates(DateOnly first, int count, double slot, ChartSize size)
    {
        var every = Math.Max(1, (int)Math.Ceiling(LabelWidth / slot));
        if (every > 3)
            every = (every + 6) / 7 * 7;
        for (var i = 0; i < count; i += every)
        {
            var x = size.Left + (slot * (i + 0.5));
            if (i > 0 && x > size.Right - (LabelWidth / 2))
                yield break;
            var anchor = i == 0 && slot < LabelWidth ? "start" : "middle";
            yield return new Label(anchor == "start" ? size.Left : x, size.Base + 18, first.AddDays(i).ToString("d MMM", CultureInfo.InvariantCulture), anchor, "tick");
        }
    }

    /// <summary>A line for every mark; its name only where it does not run into the one before.</summary>
    private static (List<Rule> Rules, List<Label> Labels) Marks(IReadOnlyList<DayMark> marks, DateOnly first, double slot, ChartSize size)
    {
        var rules = new List<Rule>();
        var labels = new List<Label>();
        var free = double.MinValue;
        foreach (var mark in marks.OrderBy(m => m.Day))
        {
            var x = size.Left + (slot * (Offset(first, mark.Day) + 1));
            rules.Add(new Rule(x, size.Top - 6, x, size.Base, "mark"));
            var half = mark.Text.Length * LetterWidth / 2;
            var center = Math.Min(x, size.Width - half - 1);
            if (center - half - MarkGap < free)
                continue;
            labels.Add(new Label(center, size.Top - 11, mark.Text, "middle", "mark"));
            free = center + half;
        }
        return (rules, labels);
    }
}
