using System.Globalization;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Charts;

/// <summary>
/// How changesets flowed from tree to tree into mainline, as bands from left to right: trees that others merged, trees
/// that mainline pulled, mainline. A narrow picture leaves out the first of the three.
/// </summary>
public static class FlowChart
{
    /// <summary>Trees that are drawn on their own; the rest is one band.</summary>
    private const int Trees = 14;

    private const int InnerTrees = 12;
    private const int BarWidth = 8;
    private const double LetterWidth = 6.6;
    private const double LetterHeight = 12;

    /// <summary>Above and below a row.</summary>
    private const double Gap = 3;

    /// <summary>Room for the name of what everything flows into.</summary>
    private const double Head = LetterHeight + (2 * Gap);

    /// <summary>Of the way from bar to bar, what labels may take; the rest is left for bands to bend in.</summary>
    private const double Labels = 0.65;

    /// <summary>Height of all changesets together.</summary>
    private const double FullHeight = 240;

    private const double Margin = 10;

    /// <summary>The picture.</summary>
    /// <param name="flow">What to draw.</param>
    /// <param name="size">The width it is to have; its height comes from what there is.</param>
    public static Drawing Of(FlowReport flow, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(size);
        if (flow.Changesets == 0)
            return new Drawing(size, [], [], [], []);
        var scale = FullHeight / flow.Changesets;
        var isDeep = size.Width >= ChartSize.Medium.Width;
        var middle = Middle(flow);
        var inner = isDeep ? Inner(flow, middle) : [];
        // From the top down: no band comes from above the bar it ends at, and so none crosses the label there.
        var height = Math.Max(Head + FullHeight, Math.Max(Place(middle, scale), PlaceBeside(inner, middle, scale))) + Margin;

        var right = size.Width - Margin - BarWidth;
        var center = isDeep ? size.Width * 0.5 : Margin;
        var end = Head;
        var bars = new List<Bar> { new(right, end, BarWidth, FullHeight, "bar") };
        var bands = new List<Band>();
        var labels = new List<Label> { new(right + BarWidth, end - (2 * Gap), $"mainline {Count(flow.Changesets)}", "end", "value") };
        var bend = Bend(labels, middle, scale, center, right);
        foreach (var node in middle)
        {
            var thick = node.Changesets * scale;
            bars.Add(new Bar(center, node.Y, BarWidth, Math.Max(1, thick), node.IsRest ? "rest" : "node"));
            bands.Add(new Band(center + BarWidth, node.Y, bend, right, end, Math.Max(1, thick), node.IsRest ? "rest" : "band"));
            end += thick;
        }
        var taken = middle.ToDictionary(n => n.Name, n => n.Y);
        bend = Bend(labels, inner, scale, Margin, center);
        foreach (var node in inner)
        {
            var thick = node.Changesets * scale;
            bars.Add(new Bar(Margin, node.Y, BarWidth, Math.Max(1, thick), "node"));
            bands.Add(new Band(Margin + BarWidth, node.Y, bend, center, taken[node.Into!], Math.Max(1, thick), "band"));
            taken[node.Into!] += thick;
        }
        return new Drawing(size with { Height = (int)Math.Ceiling(height) }, bars, [], labels, []) { Bands = bands };
    }

    private static List<Node> Middle(FlowReport flow)
    {
        var lines = flow.Lines.Where(l => l.Into is null).ToList();
        var nodes = lines.Take(Trees).Where(l => l.Changesets > 0).Select(l => new Node(l.Source.Name, null, l.Changesets, false)).ToList();
        var rest = lines.Skip(Trees).ToList();
        if (rest.Count > 0)
            nodes.Add(new Node($"{Count(rest.Count)} others", null, rest.Sum(l => l.Changesets), true));
        return nodes;
    }

    /// <summary>What flowed into the trees that are drawn, beside the tree it flowed into.</summary>
    private static List<Node> Inner(FlowReport flow, List<Node> middle)
    {
        var order = middle.Select((n, i) => (n.Name, i)).ToDictionary(n => n.Name, n => n.i);
        return
        [
            .. flow.Lines.Where(l => l.Into is { } into && order.ContainsKey(into.Name)).Take(InnerTrees)
                .OrderBy(l => order[l.Into!.Name]).ThenByDescending(l => l.Changesets).ThenBy(l => l.Source.Name, StringComparer.Ordinal)
                .Select(l => new Node(l.Source.Name, l.Into!.Name, l.Changesets, false)),
        ];
    }

    /// <summary>A label goes into its band where that is high enough, and above it where it is not: a thin band would strike it out.</summary>
    private static bool IsWithin(double thick) => thick >= LetterHeight + 2;

    private static double Above(double thick) => IsWithin(thick) ? Gap : LetterHeight + Gap;

    /// <summary>One below the other; returns where the last one ends.</summary>
    private static double Place(List<Node> nodes, double scale)
    {
        var y = Head - Gap;
        foreach (var node in nodes)
        {
            var thick = node.Changesets * scale;
            node.Y = y + Above(thick);
            y = node.Y + thick + Gap;
        }
        return y;
    }

    /// <summary>Each node as near to the upper edge of what it flows into as its neighbours let it; returns where the last one ends.</summary>
    private static double PlaceBeside(List<Node> nodes, List<Node> targets, double scale)
    {
        var taken = targets.ToDictionary(n => n.Name, n => n.Y);
        var y = Head - Gap;
        foreach (var node in nodes)
        {
            var thick = node.Changesets * scale;
            node.Y = Math.Max(y + Above(thick), taken[node.Into!]);
            y = node.Y + thick + Gap;
            taken[node.Into!] += thick;
        }
        return y;
    }

    /// <summary>Adds the labels of nodes that stand below each other; returns where the longest one ends, so that all bands bend from there.</summary>
    private static double Bend(List<Label> labels, List<Node> nodes, double scale, double from, double to)
    {
        var room = ((to - from) * Labels) - BarWidth;
        var x = from + BarWidth + 4;
        var longest = 0;
        foreach (var node in nodes)
        {
            var text = Name(node, (int)(room / LetterWidth));
            longest = Math.Max(longest, text.Length);
            var thick = node.Changesets * scale;
            labels.Add(new Label(x, IsWithin(thick) ? node.Y + (thick / 2) + (LetterHeight / 3) : node.Y - Gap, text, "start", "node"));
        }
        return x + (longest * LetterWidth);
    }

    private static string Name(Node node, int letters)
    {
        var count = " " + Count(node.Changesets);
        var most = Math.Max(4, letters - count.Length);
        var plain = Components.Plain.Subject(node.Name);
        return (plain.Length <= most ? plain : plain[..(most - 1)] + "…") + count;
    }

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Node(string name, string? into, int changesets, bool isRest)
    {
        public string Name => name;
        public string? Into => into;
        public int Changesets => changesets;
        public bool IsRest => isRest;
        public double Y { get; set; }
    }
}
