using System.Globalization;
using System.Xml.Linq;

namespace KernelTracker.Web.Charts;

/// <summary>Writes a drawing as an SVG picture that brings the site's tokens with it and so follows light and dark.</summary>
public static class SvgWriter
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private const string Style = """
        text { font: 12px var(--sans); fill: var(--quiet); font-variant-numeric: tabular-nums; }
        .grid { stroke: var(--rule); }
        .bar { fill: var(--bar); }
        .after { fill: var(--quiet); }
        rect.after { fill: var(--rule); stroke: var(--quiet); stroke-width: .5; }
        text.bar { fill: var(--mark); }
        line.mark { stroke: var(--quiet); stroke-dasharray: 2 3; }
        text.mark { fill: var(--ink); }
        .value { fill: var(--ink); font-weight: 600; }
        .line { fill: none; stroke: var(--mark); stroke-width: 2.5; stroke-linejoin: round; }
        .area { fill: var(--band); }
        path { fill: var(--bar); fill-opacity: .3; }
        path.rest { fill: var(--quiet); }
        rect.node { fill: var(--bar); }
        rect.rest { fill: var(--quiet); }
        text.node { fill: var(--ink); }
        .now { fill: var(--mark); }
        """;

    /// <summary>Writes the picture.</summary>
    /// <param name="drawing">What to draw.</param>
    /// <param name="title">What a reader of the picture alone is told.</param>
    /// <param name="tokens">The stylesheet with the design tokens.</param>
    public static string Write(Drawing drawing, string title, string tokens)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var size = drawing.Size;
        var root = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {size.Width} {size.Height}"),
            new XAttribute("width", size.Width),
            new XAttribute("height", size.Height),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", title),
            new XElement(Svg + "style", tokens + Style));
        root.Add(drawing.Bands.Select(Path));
        root.Add(drawing.Rules.Where(r => r.Kind == "grid").Select(Line));
        if (drawing.Path.Count > 0)
        {
            var points = string.Join(' ', drawing.Path.Select(p => Number(p.X) + "," + Number(p.Y)));
            var (x, y) = drawing.Path[^1];
            root.Add(
                new XElement(Svg + "polygon", new XAttribute("class", "area"), new XAttribute("points", $"{points} {Number(x)},{size.Base}")),
                new XElement(Svg + "polyline", new XAttribute("class", "line"), new XAttribute("points", points)),
                new XElement(Svg + "circle", new XAttribute("class", "now"), new XAttribute("cx", Number(x)), new XAttribute("cy", Number(y)), new XAttribute("r", 4)));
        }
        root.Add(drawing.Bars.Where(b => b.Height > 0).Select(b => new XElement(Svg + "rect",
            new XAttribute("class", b.Kind), new XAttribute("x", Number(b.X)), new XAttribute("y", Number(b.Y)),
            new XAttribute("width", Number(b.Width)), new XAttribute("height", Number(b.Height)))));
        root.Add(drawing.Rules.Where(r => r.Kind != "grid").Select(Line));
        root.Add(drawing.Labels.Select(l => new XElement(Svg + "text",
            new XAttribute("class", l.Kind), new XAttribute("x", Number(l.X)), new XAttribute("y", Number(l.Y)),
            new XAttribute("text-anchor", l.Anchor), l.Text)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Level as far as its label goes and where it ends, bent in between.</summary>
    private static XElement Path(Band band)
    {
        var (x1, bend, x2, middle) = (Number(band.X1), Number(band.Bend), Number(band.X2), Number((band.Bend + band.X2) / 2));
        var (top1, top2) = (Number(band.Y1), Number(band.Y2));
        var (bottom1, bottom2) = (Number(band.Y1 + band.Height), Number(band.Y2 + band.Height));
        return new XElement(Svg + "path",
            new XAttribute("class", band.Kind),
            new XAttribute("d", $"M{x1} {top1}H{bend}C{middle} {top1} {middle} {top2} {x2} {top2}V{bottom2}C{middle} {bottom2} {middle} {bottom1} {bend} {bottom1}H{x1}Z"));
    }

    private static XElement Line(Rule rule) => new(Svg + "line",
        new XAttribute("class", rule.Kind), new XAttribute("x1", Number(rule.X1)), new XAttribute("y1", Number(rule.Y1)),
        new XAttribute("x2", Number(rule.X2)), new XAttribute("y2", Number(rule.Y2)));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
