using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class ReportHtmlTests : IDisposable
{
    private const string Hostile = "a|b <script>alert(1)</script> & \"x\" 'y' *c* [d](e) \u001b[31m \u202e ]]> -- <!-- `f` </p>";

    private readonly TemporaryDatabase _database = new(HardwareHistory.Create());

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_fragment_has_every_section_of_the_text()
    {
        var content = await ContentAsync();

        var html = HtmlCheck.Read(WindowText.ToHtml(content));

        Assert.Equal(content.Report.Range.Title, html.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["What users will notice", "New hardware support (4)", "What kernel developers will notice", "People"],
            html.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Contains(content.Summary.ToString(), html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(content.Report.Range.CountCommand, html.QuerySelectorAll("pre code").Select(c => c.TextContent));
        Assert.Equal(content.Report.Areas.Count + 1, html.QuerySelectorAll("table")[0].QuerySelectorAll("tr").Length);
        Assert.Equal(content.Report.Trees.Count + 1, html.QuerySelectorAll("table")[1].QuerySelectorAll("tr").Length);
    }

    [Fact]
    public async Task Nothing_of_a_name_is_in_force()
    {
        var content = await ContentAsync();
        var report = content.Report with { Trees = [content.Report.Trees[0] with { Name = Hostile }] };
        var people = content.People with { People = [content.People.People[0] with { Name = Hostile }] };
        var hardware = content.Hardware with { Groups = [content.Hardware.Groups[0] with { Entries = [content.Hardware.Groups[0].Entries[0] with { Item = content.Hardware.Groups[0].Entries[0].Item with { Name = Hostile } }] }] };

        var fragment = WindowText.ToHtml(content with { Report = report, People = people, Hardware = hardware });

        Assert.Equal([], HtmlCheck.Fragment(fragment));
        Assert.DoesNotContain("<script", fragment, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u001b', fragment);
        Assert.DoesNotContain('\u202e', fragment);
        var html = HtmlCheck.Read(fragment);
        var shown = Hostile.Replace('\u001b', '\ufffd').Replace('\u202e', '\ufffd');
        // The tree, and the developer by changesets and by lines.
        Assert.Equal(3, html.QuerySelectorAll("th").Count(t => t.TextContent == shown));
        Assert.Contains(html.QuerySelectorAll("p"), p => p.TextContent.Contains(shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_form_of_the_parts_of_a_window_names_each_part()
    {
        var answer = await new PartQueries(_database, new RangeQueries(_database)).ReadAsync(new KernelVersion(3, 17, 0, null), [Moment.TryParse("2014-08-06", out var cut) ? cut : null!], TestContext.Current.CancellationToken);

        foreach (var format in ReportFormat.All)
            Assert.Contains("2014-08-06", format.Parts(answer.Report!).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var html = PartText.ToHtml(answer.Report!);
        Assert.Equal([], HtmlCheck.Fragment(html));
        Assert.Equal(answer.Report!.Parts.Count, HtmlCheck.Read(html).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task What_is_noticed_is_told_with_its_names_as_code()
    {
        using var database = new TemporaryDatabase(SmallHistory.Create());
        InterfaceData.Add(database.File, InterfaceData.Small);
        var range = (await new RangeQueries(database).WholeAsync(new KernelVersion(3, 17, 0, null), TestContext.Current.CancellationToken)).Range!;
        var content = await database.Reports().ReadAsync(range, TestContext.Current.CancellationToken);

        var html = WindowText.ToHtml(content);

        Assert.Equal([], HtmlCheck.Fragment(html));
        var read = HtmlCheck.Read(html);
        Assert.Equal(
            content.Notable.Of(Audience.Users, isStrong: true).Concat(content.Notable.Of(Audience.Developers, isStrong: true)).Count(),
            read.QuerySelectorAll("li").Length);
        Assert.Contains("fold", read.QuerySelectorAll("li code").Select(c => c.TextContent));
    }

    private async Task<WindowContent> ContentAsync() => await _database.Reports().ReadAsync(
        (await new RangeQueries(_database).WindowAsync(new KernelVersion(3, 17, 0, null), null, null, TestContext.Current.CancellationToken)).Range!,
        TestContext.Current.CancellationToken);
}
