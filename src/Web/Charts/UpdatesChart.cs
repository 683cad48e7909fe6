using System.Globalization;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Charts;

/// <summary>Changesets of every update of a stable series.</summary>
public static class UpdatesChart
{
    private const double Gap = 0.2;
    private const double LabelWidth = 64;

    /// <summary>Draws the updates, the first at the left; one whose changesets are not known leaves a gap.</summary>
    public static Drawing Of(IReadOnlyList<StableUpdateFigures> newestFirst, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(newestFirst);
        ArgumentNullException.ThrowIfNull(size);
        var updates = newestFirst.Reverse().ToList();
        var axis = Axis.For(updates.Select(u => (double)(u.Changesets ?? 0)).DefaultIfEmpty(1).Max());
        var slot = (double)size.PlotWidth / Math.Max(1, updates.Count);
        // A few updates make no wall of bars.
        var width = Math.Min(slot * (1 - Gap), LabelWidth);
        var bars = new List<Bar>();
        var labels = new List<Label>(axis.Marks.Select(
            m => new Label(size.Left - 6, size.Y(m, axis) + 4, m.ToString("N0", CultureInfo.InvariantCulture), "end", "tick")));
        var free = double.MinValue;
        for (var i = 0; i < updates.Count; i++)
        {
            var middle = size.Left + (slot * (i + 0.5));
            var top = size.Y(updates[i].Changesets ?? 0, axis);
            bars.Add(new Bar(middle - (width / 2), top, width, size.Base - top, "bar"));
            if (middle - (LabelWidth / 2) < free || middle + (LabelWidth / 3) > size.Width)
                continue;
            labels.Add(new Label(middle, size.Base + 18, updates[i].Version[1..], "middle", "tick"));
            free = middle + (LabelWidth / 2);
        }
        return new Drawing(size, bars, [.. axis.Marks.Select(m => new Rule(size.Left, size.Y(m, axis), size.Right, size.Y(m, axis), "grid"))], labels, []);
    }
}
