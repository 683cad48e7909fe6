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

    /// <summary>A row has room for its label, however thin its bar is.</summary>
    private const double RowHeight = 18;

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
        var height = Margin * 2 + Math.Max(FullHeight + RowHeight, Math.Max(Stack(middle, scale), Stack(inner, scale)));
        Place(middle, scale, height);
        height = Math.Max(height, PlaceBeside(inner, middle, scale));

        var right = size.Width - Margin - BarWidth;
        var center = isDeep ? size.Width * 0.5 : Margin;
        var end = (height - FullHeight) / 2;
        var bars = new List<Bar> { new(right, end, BarWidth, FullHeight, "bar") };
        var bands = new List<Band>();
        var labels = new List<Label> { new(right + BarWidth, end - 6, $"mainline {Count(flow.Changesets)}", "end", "value") };
        foreach (var node in middle)
        {
            var thick = node.Changesets * scale;
            bars.Add(new Bar(center, node.Y, BarWidth, Math.Max(1, thick), node.IsRest ? "rest" : "node"));
            bands.Add(new Band(center + BarWidth, node.Y, right, end, thick, "band"));
            labels.Add(Name(node, center + BarWidth + 4, thick, right - center));
            end += thick;
        }
        var taken = middle.ToDictionary(n => n.Name, n => n.Y);
        foreach (var node in inner)
        {
            var thick = node.Changesets * scale;
            bars.Add(new Bar(Margin, node.Y, BarWidth, Math.Max(1, thick), "node"));
            bands.Add(new Band(Margin + BarWidth, node.Y, center, taken[node.Into!], thick, "inner"));
            labels.Add(Name(node, Margin + BarWidth + 4, thick, center - Margin));
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

    private static double Stack(List<Node> nodes, double scale) => nodes.Sum(n => Row(n, scale));

    private static double Row(Node node, double scale) => Math.Max(RowHeight, (node.Changesets * scale) + 6);

    private static void Place(List<Node> nodes, double scale, double height)
    {
        var y = (height - Stack(nodes, scale)) / 2;
        foreach (var node in nodes)
        {
            var row = Row(node, scale);
            node.Y = y + ((row - (node.Changesets * scale)) / 2);
            y += row;
        }
    }

    /// <summary>Each node as near to the upper edge of what it flows into as its neighbours let it; returns the height that takes.</summary>
    private static double PlaceBeside(List<Node> nodes, List<Node> targets, double scale)
    {
        var taken = targets.ToDictionary(n => n.Name, n => n.Y);
        var y = Margin;
        foreach (var node in nodes)
        {
            var thick = node.Changesets * scale;
            var row = Row(node, scale);
            y = Math.Max(y, taken[node.Into!] - ((row - thick) / 2));
            node.Y = y + ((row - thick) / 2);
            taken[node.Into!] += thick;
            y += row;
        }
        return y + Margin;
    }

    private static Label Name(Node node, double x, double thick, double room)
    {
        var count = " " + Count(node.Changesets);
        var most = Math.Max(4, (int)((room - BarWidth - 16) / LetterWidth) - count.Length);
        var plain = Components.Plain.Subject(node.Name);
        var name = plain.Length <= most ? plain : plain[..(most - 1)] + "…";
        return new Label(x, node.Y + (thick / 2) + (LetterHeight / 3), name + count, "start", "node");
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
