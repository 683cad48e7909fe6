using System.Globalization;
using System.Text;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes how changesets reached mainline through trees that other trees had merged.</summary>
internal static class FlowText
{
    private const int Shown = 15;

    public static void AppendText(StringBuilder text, FlowReport flow)
    {
        if (flow.Nested == 0)
            return;
        text.AppendLine().AppendLine("Through other trees");
        ReportText.Wrapped(text, Sentence(flow), "  ");
        foreach (var line in Inner(flow))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Printable($"{line.Source.Name} -> {line.Into!.Name}"),-62} {ReportText.Count(line.Changesets),8}");
    }

    public static void AppendMarkdown(StringBuilder text, FlowReport flow)
    {
        if (flow.Nested == 0)
            return;
        text.AppendLine().AppendLine("## Through other trees").AppendLine().AppendLine(Sentence(flow));
        text.AppendLine().AppendLine("| Tree | Into | Changesets |").AppendLine("|---|---|---:|");
        foreach (var line in Inner(flow))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {ReportText.Markdown(line.Source.Name)} | {ReportText.Markdown(line.Into!.Name)} | {ReportText.Count(line.Changesets)} |");
    }

    public static void AppendHtml(StringBuilder html, FlowReport flow)
    {
        if (flow.Nested == 0)
            return;
        html.AppendLine("<h2>Through other trees</h2>");
        ReportText.HtmlParagraph(html, Sentence(flow));
        ReportText.HtmlTable(html, ["Tree", "Into", "Changesets"], Inner(flow).Select(l => new[] { l.Source.Name, l.Into!.Name, ReportText.Count(l.Changesets) }));
    }

    private static string Sentence(FlowReport flow) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ReportText.Count(flow.Nested)} changesets came from trees that another tree had merged before mainline pulled it; {flow.Submaintainers} trees reached mainline in no other way.");

    private static IEnumerable<FlowLine> Inner(FlowReport flow) => flow.Lines.Where(l => l.Into is not null).Take(Shown);
}
