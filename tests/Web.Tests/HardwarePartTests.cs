using Bunit;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class HardwarePartTests : BunitContext
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("A|B", "A; B")]
    [InlineData("A|B|C", "A; B; C")]
    [InlineData("A|Dialog DA9213, DA9214 and DA9215 regulators|C", "A; Dialog DA9213, DA9214 and DA9215 regulators; C")]
    public void Devices_are_parted_as_in_the_downloads(string names, string text)
    {
        var part = Render<HardwareProse>(p => p.Add(t => t.Entries, [.. names.Split('|').Select(n => new HardwareEntry(Item(n), IsNewest: false))]));

        Assert.Equal(text, Words(part.Find("ul")));
        Assert.Equal(names.Split('|').Length, part.FindAll("a").Count);
    }

    [Fact]
    public void The_newest_are_marked_in_words()
    {
        IReadOnlyList<HardwareEntry> entries = [new(Item("A"), IsNewest: true), new(Item("B"), IsNewest: false)];

        Assert.Equal("A new; B", Words(Render<HardwareProse>(p => p.Add(t => t.Entries, entries).Add(t => t.MarkNewest, true)).Find("ul")));
        Assert.Equal("A; B", Words(Render<HardwareProse>(p => p.Add(t => t.Entries, entries)).Find("ul")));
    }

    [Fact]
    public void A_hostile_name_stays_text()
    {
        var part = Render<HardwareProse>(p => p.Add(t => t.Entries, [new HardwareEntry(Item("<img src=x> \u202Egnp"), IsNewest: false)]));

        Assert.Empty(part.FindAll("img"));
        Assert.Contains("⟨U+202E⟩gnp", part.Find("a").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_facet_is_complete()
    {
        var facets = Enumerable.Range(1, 20).Select(i => new HardwareFacet($"v{i}", $"Vendor {i}", i)).ToList();
        var part = Render<FacetList>(p => p.Add(f => f.Title, "Vendor").Add(f => f.Facets, facets).Add(f => f.Current, "v2").Add(f => f.Address, v => "/hardware?vendor=" + v));

        Assert.Equal(20, part.FindAll("li a").Count);
        Assert.Equal(12, part.FindAll("details li").Count);
        Assert.Equal("Vendor 2", part.Find("[aria-current]").TextContent);
    }

    [Fact]
    public void Each_limit_can_be_lifted_alone()
    {
        var part = Render<HardwareLimits>(p => p.Add(l => l.Filter, new HardwareFilter
        {
            Text = "igb",
            Category = HardwareCategory.Networking,
            Vendor = "Intel",
            From = new KernelVersion(2, 6, 30, null),
            To = new KernelVersion(2, 6, 30, null),
            Bus = DeviceBus.Pci,
        }));

        Assert.Equal(
            [
                "/hardware?q=igb&vendor=Intel&release=v2.6.30&bus=pci",
                "/hardware?q=igb&category=networking&release=v2.6.30&bus=pci",
                "/hardware?q=igb&category=networking&vendor=Intel&bus=pci",
                "/hardware?q=igb&category=networking&vendor=Intel&release=v2.6.30",
            ],
            part.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void The_search_field_keeps_the_limits()
    {
        var form = Render<HardwareForm>(p => p.Add(f => f.Filter, new HardwareFilter { Text = "igb", Vendor = "Intel", From = new KernelVersion(2, 6, 29, null) }));

        Assert.Equal("igb", form.Find("input[type=search]").GetAttribute("value"));
        Assert.Equal(["vendor=Intel", "from=v2.6.29"], form.FindAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        Assert.Equal("device", form.Find("label").GetAttribute("for"));
    }

    [Theory]
    [InlineData(false, null, null, "")]
    [InlineData(true, null, null, "Withdrawn: no release has it")]
    [InlineData(false, "v2.6.31", null, "Removed in v2.6.31")]
    [InlineData(false, null, "v2.6.31", "Left staging in v2.6.31")]
    public void What_became_of_a_device_is_said(bool withdrawn, string? removed, string? graduated, string words)
    {
        var part = Render<HardwareFate>(p => p.Add(f => f.Item, Item("A") with { IsWithdrawn = withdrawn, RemovedIn = removed, GraduatedIn = graduated }));

        Assert.Equal(words, string.Join(' ', part.FindAll(".why").Select(Words)));
    }

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static HardwareItem Item(string name) => new()
    {
        Key = "v2.6.30-" + name.Length,
        Name = name,
        Category = HardwareCategory.Networking,
        Vendor = null,
        Kind = "devices",
        Parts = [],
        Basis = AdditionBasis.Driver,
        Symbol = null,
        Driver = null,
        Module = null,
        Ids = [],
        Release = new ReleasePoint("v2.6.30", ReleaseState.Released, 1),
        Changesets = [],
        Pull = null,
        Committed = null,
        Arrived = null,
        IsWithdrawn = false,
        RemovalChangeset = null,
        RemovedIn = null,
        GraduatedIn = null,
    };
}
