using System.Globalization;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Charts;

/// <summary>Changesets of every release over time: the merge window below, what came after it on top.</summary>
public static class ReleasesChart
{
    private const double Gap = 0.25;
    private const double LabelWidth = 50;

    /// <summary>Draws the releases, oldest at the left.</summary>
    public static Drawing Of(IReadOnlyList<ReleaseFigures> releases, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(size);
        var ordered = releases.Where(r => r.Previous is not null).Reverse().ToList();
        var axis = Axis.For(ordered.Select(r => (double)r.Changesets).DefaultIfEmpty(1).Max());
        var slot = (double)size.PlotWidth / Math.Max(1, ordered.Count);
        var bars = new List<Bar>();
        var labels = new List<Label>();
        var free = double.MinValue;
        for (var i = 0; i < ordered.Count; i++)
        {
            var release = ordered[i];
            var x = size.Left + (slot * (i + (Gap / 2)));
            var window = size.Y(release.WindowChangesets ?? 0, axis);
            var all = size.Y(release.Changesets, axis);
            bars.Add(new Bar(x, window, slot * (1 - Gap), size.Base - window, "bar"));
            bars.Add(new Bar(x, all, slot * (1 - Gap), window - all, "after"));
            var middle = size.Left + (slot * (i + 0.5));
            if (middle - (LabelWidth / 2) < free || middle + (LabelWidth / 3) > size.Width)
                continue;
            labels.Add(new Label(middle, size.Base + 18, release.Version.TrimStart('v'), "middle", "tick"));
            free = middle + (LabelWidth / 2);
        }
        labels.AddRange(axis.Marks.Select(m => new Label(size.Left - 6, size.Y(m, axis) + 4, m.ToString("N0", CultureInfo.InvariantCulture), "end", "tick")));
        labels.Add(new Label(size.Left, size.Top - 12, "after the window", "start", "after"));
        labels.Add(new Label(size.Left + 120, size.Top - 12, "merge window", "start", "bar"));
        return new Drawing(
            size,
            bars,
            [.. axis.Marks.Select(m => new Rule(size.Left, size.Y(m, axis), size.Right, size.Y(m, axis), "grid"))],
            labels,
            []);
    }
}
