using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class HardwareQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(HardwareHistory.Create());

    private HardwareQueries Hardware => new(_database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("I210", "igb-i210")]
    [InlineData("adapters gigabit intel", "igb-i210")]
    [InlineData("giga inte", "igb-i210")]
    [InlineData("8086:1533", "igb-i210")]
    [InlineData("8086:157B", "igb-i210")]
    [InlineData("[8086:1533]", "igb-i210")]
    [InlineData("pci 8086:1533", "igb-i210")]
    [InlineData("pci:8086:1533", "igb-i210")]
    [InlineData("usb 8086:1533", "")]
    [InlineData("usb 0bda:8179", "r8188eu")]
    [InlineData("pci:v00008086d00001533sv00008086sd00000000bc02sc00i00", "igb-i210")]
    [InlineData("usb:v0BDAp8179d0000dc00dsc00dp00icFFiscFFipFFin00", "r8188eu")]
    [InlineData("brcm,bcm53xx-spi", "spi-bcm53xx")]
    [InlineData("INT33A0", "spi-bcm53xx")]
    [InlineData("acpi:INT33A0:", "spi-bcm53xx")]
    [InlineData("CONFIG_IGB", "igb-i210")]
    [InlineData("IGB", "igb-i210")]
    [InlineData("config_igb", "igb-i210")]
    [InlineData("drivers/net/ethernet", "smsc9420 igb-i210")]
    [InlineData("drivers/net/ethernet/intel/igb", "igb-i210")]
    [InlineData("igb_main.c", "igb-i210")]
    [InlineData("spi-bcm53xx", "spi-bcm53xx")]
    [InlineData("LAN 9420", "smsc9420")]
    [InlineData("lan9420", "smsc9420")]
    [InlineData("lan-9420", "smsc9420")]
    [InlineData("LAN94x0", "smsc9420")]
    [InlineData("DA9034", "da903x")]
    [InlineData("DA903x", "da903x")]
    [InlineData("da90xx", "da903x")]
    [InlineData("mt9m111", "da903x")]
    [InlineData("MT9M 111", "da903x")]
    [InlineData("rtl8188", "r8188eu")]
    [InlineData("8188eu", "r8188eu")]
    [InlineData("Semiconductor -dialog", "r8188eu")]
    [InlineData("v3.18", "smsc9420 spi-bcm53xx")]
    [InlineData("3.18", "smsc9420 spi-bcm53xx")]
    [InlineData("v3.17 adapters", "igb-i210 r8188eu")]
    [InlineData("adapters -v3.17", "smsc9420")]
    [InlineData("nothing at all", "")]
    [InlineData("evil", "")]
    public async Task Finds(string text, string expected)
    {
        var list = await Hardware.ListAsync(new HardwareFilter { Text = text }, 1, 50, Cancel);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), list.Hits.Items.Select(h => h.Item.Key["v3.17-".Length..]).Order());
        Assert.Null(list.ShowingFor);
        Assert.All(list.Hits.Items, h => Assert.NotEmpty(h.Why));
    }

    [Theory]
    [InlineData("8086:1533", "PCI id 8086:1533")]
    [InlineData("IGB", "Kconfig symbol IGB")]
    [InlineData("CONFIG_IGB", "Kconfig symbol IGB")]
    [InlineData("igb_main", "driver drivers/net/ethernet/intel/igb/igb_main.c")]
    [InlineData("82576", "part number 82576")]
    [InlineData("intel", "name")]
    [InlineData("copper", "PCI id 8086:1533, I210 copper")]
    [InlineData("v3.17 i210 intel", "release v3.17; name")]
    public async Task Says_why(string text, string why)
    {
        var list = await Hardware.ListAsync(new HardwareFilter { Text = text }, 1, 50, Cancel);

        Assert.Equal(why, string.Join("; ", list.Hits.Items[0].Why));
    }

    [Theory]
    [InlineData("Dialgo regulator", "dialog regulator", "da903x")]
    [InlineData("realtec wireles", "realtek wireles", "r8188eu")]
    [InlineData("brodcom", "broadcom", "spi-bcm53xx")]
    [InlineData("intel i210 zzzzqqqq", "intel i210", "igb-i210")]
    public async Task Corrects_misspelt_words_and_says_so(string text, string showingFor, string key)
    {
        var list = await Hardware.ListAsync(new HardwareFilter { Text = text }, 1, 50, Cancel);

        Assert.Equal(showingFor, list.ShowingFor);
        Assert.EndsWith(key, Assert.Single(list.Hits.Items).Item.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8086:100e")]
    [InlineData("pci 8086:100E")]
    [InlineData("e1000")]
    [InlineData("CONFIG_E1000")]
    [InlineData("drivers/net/e1000.c")]
    public async Task Finds_ids_without_a_record_wherever_their_file_was_moved(string text)
    {
        var list = await Hardware.ListAsync(new HardwareFilter { Text = text }, 1, 50, Cancel);

        var hit = Assert.Single(list.Ids);
        Assert.Equal(
            ("8086:100e", "v3.16 or earlier", "drivers/net/ethernet/intel/e1000/e1000_main.c", "E1000", null),
            (hit.Text, hit.Since, hit.Driver, hit.Symbol, hit.RemovedIn));
        Assert.Equal(1, list.IdTotal);
    }

    [Fact]
    public async Task An_id_of_a_record_stays_with_it_when_its_file_is_moved()
    {
        var list = await Hardware.ListAsync(new HardwareFilter { Text = "8086:157b" }, 1, 50, Cancel);

        Assert.Single(list.Hits.Items);
        Assert.Empty(list.Ids);
    }

    [Fact]
    public async Task Lists_newest_first_and_counts_what_a_list_can_be_limited_to()
    {
        var all = await Hardware.ListAsync(new HardwareFilter(), 1, 2, Cancel);

        Assert.Equal(5, all.Hits.Total);
        Assert.Equal(["v3.18-spi-bcm53xx", "v3.18-smsc9420"], all.Hits.Items.Select(h => h.Item.Key));
        Assert.True(all.IsRead);
        Assert.Equal(["i2c-spi 1", "networking 2", "regulators 1", "staging 1"], all.Facets.Categories.Select(f => $"{f.Value} {f.Count}"));
        Assert.Equal(["v3.18 2", "v3.17 3"], all.Facets.Releases.Select(f => $"{f.Value} {f.Count}"));
        Assert.Equal(["pci 2", "acpi 1", "usb 1", "of 1"], all.Facets.Buses.Select(f => $"{f.Value} {f.Count}"));
        Assert.Contains(new HardwareFacet("drivers/net", "drivers/net", 2), all.Facets.Drivers);
        Assert.Contains(new HardwareFacet("Intel", "Intel", 1), all.Facets.Vendors);
    }

    [Fact]
    public async Task A_facet_is_counted_without_its_own_limit()
    {
        var list = await Hardware.ListAsync(
            new HardwareFilter { Category = HardwareCategory.Networking, From = new KernelVersion(3, 18, 0, null) }, 1, 50, Cancel);

        Assert.Equal(["v3.18-smsc9420"], list.Hits.Items.Select(h => h.Item.Key));
        Assert.Equal(["i2c-spi 1", "networking 1"], list.Facets.Categories.Select(f => $"{f.Value} {f.Count}"));
        Assert.Equal(["v3.18 1", "v3.17 1"], list.Facets.Releases.Select(f => $"{f.Value} {f.Count}"));
    }

    [Theory]
    [InlineData("igb", 1)]
    [InlineData("drivers/net", 2)]
    [InlineData("drivers/ne", 0)]
    [InlineData("drivers/net/ethernet/smsc/smsc9420.c", 1)]
    public async Task Limits_to_a_driver(string driver, int count) =>
        Assert.Equal(count, (await Hardware.ListAsync(new HardwareFilter { Driver = driver }, 1, 50, Cancel)).Hits.Total);

    [Fact]
    public async Task Limits_to_a_bus_and_vendor()
    {
        Assert.Equal(2, (await Hardware.ListAsync(new HardwareFilter { Bus = DeviceBus.Pci }, 1, 50, Cancel)).Hits.Total);
        Assert.Equal(1, (await Hardware.ListAsync(new HardwareFilter { Vendor = "intel" }, 1, 50, Cancel)).Hits.Total);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("* AND NEAR(")]
    [InlineData("-8086:1533")]
    [InlineData("\0\uD800 x")]
    [InlineData("xxxxxxxx 9xxxxx x9x9x9x")]
    [InlineData("pci usb pci: of acpi:")]
    [InlineData("CONFIG_ v v3. /")]
    [InlineData("{name} : x ^a +b")]
    public async Task Hostile_text_is_plain_text(string text) =>
        Assert.NotNull(await Hardware.ListAsync(new HardwareFilter { Text = text }, 1, 50, Cancel));

    [Theory]
    [InlineData("v3.17", null, null, "Regulators/DA903x* Networking/I210 Staging/RTL8188EU", "=Evil")]
    [InlineData("v3.17", "v3.17-rc1", null, "Systems and processors/=Evil* Networking/I210 Regulators/DA903x* Staging/RTL8188EU", "")]
    [InlineData("v3.17", "2014-08-06", null, "Networking/I210* Staging/RTL8188EU*", "")]
    [InlineData("v3.17", null, "2014-08-06", "Regulators/DA903x*", "=Evil")]
    [InlineData("v3.17", null, "v3.17-rc1", "", "=Evil")]
    [InlineData("v3.18", null, null, "I2C and SPI/BCM53xx* Networking/LAN9420", "")]
    public async Task A_release_lists_its_hardware_as_of_any_moment_and_since_any_other(string version, string? asOf, string? since, string expected, string withdrawn)
    {
        var list = await ReleaseAsync(version, asOf, since);

        Assert.True(list.IsRead);
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 0 ? "" : string.Join(' ', Parts(expected)),
            string.Join(' ', list.Groups.SelectMany(g => g.Entries.Select(e => $"{g.Category.Title()}/{Short(e.Item.Name)}{(e.IsNewest ? "*" : "")}")).Order(StringComparer.Ordinal)));
        Assert.Equal(withdrawn, string.Join(' ', list.Withdrawn.Select(w => Short(w.Name))));

        static IEnumerable<string> Parts(string text) =>
            System.Text.RegularExpressions.Regex.Matches(text, @"\S[^/]*/\S+").Select(m => m.Value).Order(StringComparer.Ordinal);
        static string Short(string name) => name.Split(' ').First(w => w.Any(char.IsDigit) || w[0] == '=');
    }

    [Fact]
    public async Task A_release_that_was_not_read_says_so()
    {
        using var database = new TemporaryDatabase(HardwareHistory.Create().Unread("v3.18"));
        var range = (await new RangeQueries(database).WholeAsync(new KernelVersion(3, 18, 0, null), Cancel)).Range!;

        Assert.False((await new HardwareQueries(database).ReleaseListAsync(range, null, Cancel)).IsRead);
        Assert.Equal(
            [new("v3.18", null, 0), new("v3.17", 3, 1), new HardwareReleaseCount("v3.16", 0, 0)],
            await new HardwareQueries(database).CountsAsync(Cancel));
    }

    [Fact]
    public async Task A_record_shows_its_evidence()
    {
        var detail = await Hardware.DetailAsync("v3.17-igb-i210", Cancel);

        Assert.NotNull(detail);
        Assert.Equal(["I210", "82576"], detail.Item.Parts);
        Assert.Equal(("v3.17", 1), (detail.Item.Release.Version, detail.Item.Release.Candidate));
        Assert.Equal("davem/net-next", detail.Tree!.Name);
        Assert.Equal("Networking updates for 3.17", detail.Item.Pull!.Title);
        Assert.Equal("igb: Add support for I210", Assert.Single(detail.Changesets).Commit.Subject);
        Assert.Equal([EvidenceRole.Driver], detail.Changesets[0].Roles);
        Assert.Equal(["8086:1533", "8086:157b"], detail.Ids.Select(i => i.Text));
        Assert.Equal(detail.Item.Changesets[0], detail.Ids[0].Changeset);
        Assert.Equal(["drivers/net/ethernet/intel/igb/igb_main.c"], detail.Files);
        Assert.Equal("drivers/net/ethernet/intel/igb/Kconfig", Assert.Single(detail.Kconfig).File);
        Assert.Empty(detail.Neighbours);
        Assert.Null(await Hardware.DetailAsync("no-such-key", Cancel));
    }

    [Fact]
    public async Task A_withdrawn_record_names_what_withdrew_it()
    {
        var range = (await new RangeQueries(_database).WholeAsync(new KernelVersion(3, 17, 0, null), Cancel)).Range!;
        var withdrawn = Assert.Single((await Hardware.ReleaseListAsync(range, null, Cancel)).Withdrawn);

        var detail = await Hardware.DetailAsync(withdrawn.Key, Cancel);

        Assert.True(detail!.Item.IsWithdrawn);
        Assert.Equal(detail.Changesets[^1].Commit.Sha, detail.Item.RemovalChangeset);
        Assert.Equal([EvidenceRole.Removal], detail.Changesets[^1].Roles);
    }

    [Fact]
    public async Task Lists_by_changeset_pull_symbol_and_newest()
    {
        var igb = (await Hardware.DetailAsync("v3.17-igb-i210", Cancel))!.Item;

        Assert.Equal([igb.Key], (await Hardware.OfChangesetAsync(igb.Changesets[0], Cancel)).Select(i => i.Key));
        Assert.Equal(["v3.17-igb-i210", "v3.17-r8188eu"], (await Hardware.OfPullAsync(igb.Pull!.Sha, Cancel)).Select(i => i.Key));
        Assert.Equal([igb.Key], (await Hardware.OfSymbolAsync("CONFIG_IGB", Cancel)).Select(i => i.Key));
        Assert.Equal(
            ["v3.18-spi-bcm53xx", "v3.18-smsc9420", "v3.17-da903x"],
            (await Hardware.NewestAsync(new HardwareFilter(), 3, Cancel)).Select(i => i.Key));
        Assert.Equal(
            ["v3.18-smsc9420"],
            (await Hardware.NewestAsync(new HardwareFilter { Category = HardwareCategory.Networking }, 1, Cancel)).Select(i => i.Key));
    }

    private async Task<HardwareReleaseList> ReleaseAsync(string version, string? asOf, string? since)
    {
        Assert.True(KernelVersion.TryParse(version, out var release));
        var range = (await new RangeQueries(_database).FindAsync(release, Read(asOf), Read(since), Cancel)).Range!;
        return await Hardware.ReleaseListAsync(range, null, Cancel);

        static Moment? Read(string? text) => Moment.TryParse(text, out var moment) ? moment : null;
    }
}
