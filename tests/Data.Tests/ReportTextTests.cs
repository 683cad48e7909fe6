using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FsCheck.Xunit;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Markdig;
using Xunit;

namespace KernelTracker.Data.Tests;

/// <summary>Whatever a name holds, it stands in a report as text.</summary>
public sealed partial class ReportTextTests
{
    /// <summary>Markdown as people read it: GitHub's, and what other dialects add.</summary>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAbbreviations().UseAutoIdentifiers().UseAutoLinks().UseDefinitionLists().UseEmphasisExtras().UseFigures().UseFootnotes()
        .UseGenericAttributes().UseGridTables().UseListExtras().UseMathematics().UseMediaLinks().UsePipeTables().UseTaskLists().Build();

    [Property(MaxTest = 500)]
    public void Html_gives_back_every_text(string? text)
    {
        var name = text ?? "";

        var html = $"<p title=\"{ReportText.Html(name)}\">{ReportText.Html(name)}</p>";

        var p = HtmlCheck.Read(html).Body!.Children.Single();
        Assert.Equal(ReportText.Printable(name), p.TextContent);
        Assert.Equal(ReportText.Printable(name), p.GetAttribute("title"));
        Assert.Empty(p.Children);
    }

    [Property(MaxTest = 500)]
    public void Markdown_gives_back_every_text(string? text) => Holds(text ?? "");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("![x](javascript:alert(1)) [y]: z [^1] [ ] [x]")]
    [InlineData("a|b\n|c| ||")]
    [InlineData("**b** __c__ ~~d~~ ~e~ ++f++ ==g== ^h^ \"\"i\"\" `j` $k$ $$l$$")]
    [InlineData("1. one 2) two - three + four # five > six")]
    [InlineData("http://example.org/ https://a.b www.example.org a@b.org <http://c.d>")]
    [InlineData("&lt;b&gt; &#60; &copy;")]
    [InlineData("\\* \\\\")]
    [InlineData(":::x ::: {.class #id} :smile: --- *** ___ === ``` ~~~")]
    [InlineData("_a_b_ a_b *a* x*y*z")]
    public void Markdown_gives_back_what_looks_like_markup(string text) => Holds(text);

    [Property(MaxTest = 500)]
    public void Csv_gives_back_every_text(string?[] texts)
    {
        var table = new CsvTable<string?>(("a", t => t), ("b", _ => "x"), ("c", t => t));

        var rows = CsvCheck.Read(table.ToText(texts ?? []));

        Assert.Equal((texts ?? []).Length + 1, rows.Count);
        foreach (var (text, row) in (texts ?? []).Zip(rows.Skip(1)))
        {
            var shown = ReportText.Printable(text ?? "");
            Assert.Equal(shown is ['=' or '+' or '-' or '@', ..] ? "'" + shown : shown, row[0]);
            Assert.Equal("x", row[1]);
            Assert.Equal(row[0], row[2]);
        }
    }

    [Fact]
    public async Task Csv_is_the_same_when_it_is_written_as_rows_come()
    {
        var table = new CsvTable<int>(("n", n => CsvCell.Of(n)), ("text", n => n % 3 == 0 ? "a,\"b\"" : null));
        using var text = new StringWriter();

        await table.WriteAsync(text, Enumerable.Range(0, 1000).ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal(table.ToText(Enumerable.Range(0, 1000)), text.ToString());
        Assert.Equal(1001, CsvCheck.Read(text.ToString()).Count);
    }

    /// <summary>The places of a report that names stand in: a cell, a line of a list, a sentence.</summary>
    private static void Holds(string name)
    {
        var text = ReportText.Markdown(name);
        var markdown = $"| Tree | Changesets |\n|---|---:|\n| {text} | 1 |\n\n- x {text}\n\nTrees: {text}.\n";

        var html = HtmlCheck.Read(Markdown.ToHtml(markdown, Pipeline));

        var shown = Spaces().Replace(ReportText.Printable(name), " ").Trim();
        var cells = html.QuerySelectorAll("td").Select(Read).ToList();
        Assert.Equal([shown, "1"], cells);
        Assert.Equal($"x {shown}".Trim(), Read(html.QuerySelector("li")!));
        Assert.Equal($"Trees: {shown}.".Replace(" .", ".", StringComparison.Ordinal), Read(html.QuerySelector("p:last-of-type")!).Replace(" .", ".", StringComparison.Ordinal));
        Assert.Empty(html.QuerySelectorAll("td *, li *, p *"));
    }

    private static string Read(INode node) => Spaces().Replace(node.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
