using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class HardwareTextTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(HardwareHistory.Create());

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Text_is_in_the_editors_form()
    {
        var text = HardwareText.ToText(await ListAsync());

        Assert.Contains("  Regulators: Dialog Semiconductor DA903x regulators *.\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  Withdrawn again: =Evil <b>|*9x*|</b>, \"boards\".", text, StringComparison.Ordinal);
        Assert.Contains("came in last, on 7 August 2014.", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public async Task Markdown_leaves_no_markup_of_a_name_in_force()
    {
        var text = HardwareText.ToMarkdown(await ListAsync());

        Assert.Contains(@"**Regulators**: Dialog Semiconductor DA903x regulators \*.", text, StringComparison.Ordinal);
        Assert.Contains(@"\=Evil \<b\>\|\*9x\*\|\</b\>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_leaves_no_markup_of_a_name_in_force()
    {
        var html = HardwareText.ToHtml(await ListAsync());

        Assert.Contains("<p><strong>Regulators</strong>: <mark>Dialog Semiconductor DA903x regulators</mark>.</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_line_for_each_record_and_no_formulas()
    {
        var lines = HardwareText.ToCsv(await ListAsync()).Split("\r\n");

        Assert.Equal("key,name,category,vendor,kind,parts,config,driver,module,ids,release,candidate,date,changesets,pull,withdrawn,removedIn,graduatedIn", lines[0]);
        Assert.StartsWith("v3.17-igb-i210,Intel I210 gigabit Ethernet adapters,Networking,Intel,gigabit Ethernet adapters,I210; 82576,CONFIG_IGB,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",pci 8086:1533; pci 8086:157b,v3.17,v3.17-rc1,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=Evil <b>|*9x*|</b>, \"\"boards\"\"\"", lines[^2], StringComparison.Ordinal);
        Assert.Equal("", lines[^1]);
        Assert.Equal(6, lines.Length);
    }

    [Fact]
    public async Task Json_groups_by_category()
    {
        using var json = JsonDocument.Parse(HardwareText.ToJson(await ListAsync()));

        Assert.Equal(3, json.RootElement.GetProperty("additions").GetInt32());
        var networking = json.RootElement.GetProperty("categories")[0];
        Assert.Equal("networking", networking.GetProperty("slug").GetString());
        Assert.Equal("CONFIG_IGB", networking.GetProperty("items")[0].GetProperty("config").GetString());
        Assert.True(json.RootElement.GetProperty("withdrawn")[0].GetProperty("withdrawn").GetBoolean());
    }

    [Fact]
    public async Task The_window_report_names_the_hardware()
    {
        var range = (await new RangeQueries(_database).WindowAsync(new KernelVersion(3, 17, 0, null), null, null, TestContext.Current.CancellationToken)).Range!;
        var content = await _database.Reports()
            .ReadAsync(range, TestContext.Current.CancellationToken);

        Assert.Contains("New hardware support (4)", WindowText.ToText(content), StringComparison.Ordinal);
        Assert.Contains("## New hardware support (4)", WindowText.ToMarkdown(content), StringComparison.Ordinal);
        Assert.Contains("has not been read yet", WindowText.ToText(content with { Hardware = content.Hardware with { IsRead = false, Groups = [] } }), StringComparison.Ordinal);
    }

    private async Task<HardwareReleaseList> ListAsync()
    {
        var range = (await new RangeQueries(_database).WholeAsync(new KernelVersion(3, 17, 0, null), TestContext.Current.CancellationToken)).Range!;
        return await new HardwareQueries(_database).ReleaseListAsync(range, null, TestContext.Current.CancellationToken);
    }
}
