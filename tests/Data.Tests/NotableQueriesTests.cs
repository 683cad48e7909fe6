using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class NotableQueriesTests : IDisposable
{
    private static readonly KernelVersion Release = new(3, 17, 0, null);

    private readonly TemporaryDatabase _database = new(SmallHistory.Create());

    public NotableQueriesTests() => InterfaceData.Add(_database.File, InterfaceData.Small);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_release_is_told_net()
    {
        var list = await ListAsync(null, null);

        Assert.True(list.IsRead);
        Assert.Contains(list.Of(Audience.Users, isStrong: true), c => c.Text == "New system call: fold()");
        Assert.Contains(list.Of(Audience.Users, isStrong: true), c => c.Text == "New ext4 mount option: fold");
        Assert.Contains(list.All, c => c.Text.StartsWith("Removed from <linux/frob.h>: frob()", StringComparison.Ordinal));
        Assert.Contains(list.All, c => c is { Change: Happening.CameAndWent, Text: "unfold()", Changesets.Count: 2 });
        Assert.DoesNotContain(list.All, c => c.Names.Contains("PLEAT"));
    }

    [Theory]
    [InlineData("2014-08-05", null, 0)]
    [InlineData("v3.17-rc1", null, 1)]
    [InlineData(null, "v3.17-rc1", 0)]
    public async Task A_stretch_has_what_its_changesets_brought(string? asOf, string? since, int calls)
    {
        var list = await ListAsync(asOf, since);

        Assert.Equal(calls, list.All.Count(c => c.Kind == NotableKind.SystemCall));
    }

    [Fact]
    public async Task The_first_release_has_no_news_and_one_that_was_not_read_says_so()
    {
        var first = await new NotableQueries(_database).OfRangeAsync(await RangeAsync(new KernelVersion(3, 16, 0, null), null, null), TestContext.Current.CancellationToken);
        var open = await new NotableQueries(_database).OfRangeAsync(await RangeAsync(new KernelVersion(3, 18, 0, null), null, null), TestContext.Current.CancellationToken);

        Assert.Empty(first.All);
        Assert.False(open.IsRead);
    }

    [Fact]
    public void Packed_lines_are_the_same_unpacked()
    {
        var line = new NotableChange
        {
            Audience = Audience.Developers,
            Kind = NotableKind.Function,
            Change = Happening.CameAndWent,
            Area = Area.Networking,
            Line = [new NotableRun("New: "), new NotableRun("ndo_xmit_flush()", "ndo_xmit_flush", InterfaceKind.Function)],
            Detail = "Łódź <b>\u0001 \"quoted\"",
            Evidence = "declared in include/linux/netdevice.h",
            Strength = 61,
            IsStrong = true,
            Names = ["ndo_xmit_flush"],
            Paths = ["include/linux/netdevice.h"],
            Changesets = [new NotableChangeset(ObjectId.Parse("0123456789abcdef0123456789abcdef01234567"), "net: \ud83d\ude00")],
            Pull = new NotablePull(ObjectId.Parse("89abcdef0123456789abcdef0123456789abcdef"), "Networking"),
        };
        var back = Assert.Single(NotableLines.Unpack(NotableLines.Pack([line])));
        Assert.Equivalent(line, back, strict: true);
        Assert.Equal(line.Changesets[0].Sha, back.Changesets[0].Sha);
    }

    [Fact]
    public async Task Lines_are_written_in_every_form()
    {
        var list = await ListAsync(null, null);

        Assert.Contains("    - New system call: fold() (", NotableText.ToText(list), StringComparison.Ordinal);
        Assert.Contains(@"\<b\>fold\</b\>", NotableText.ToMarkdown(list).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<code>/sys/kernel/&lt;b&gt;fold&lt;/b&gt;</code>", NotableText.ToHtml(list), StringComparison.Ordinal);
        Assert.StartsWith("audience,area,kind,change,text,detail,evidence,strength,strong,names,changesets,pull\r\n", NotableText.ToCsv(list), StringComparison.Ordinal);
        Assert.Contains("\"change\": \"cameAndWent\"", NotableText.ToJson(list), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fold", null, null, null, "", 6)]
    [InlineData("FOLD()", "system-calls", null, null, "fold", 1)]
    [InlineData(null, null, "v3.17", "removed", "frob|frob", 2)]
    [InlineData(null, "functions", "v3.17", "came-and-went", "unfold", 1)]
    [InlineData(null, "macros", "v3.17", "added", "", 0)]
    [InlineData(null, null, null, null, "", 0)]
    public async Task Names_are_found(string? text, string? kind, string? release, string? change, string names, int total)
    {
        var filter = new InterfaceFilter
        {
            Text = text,
            Kind = InterfaceKindNames.TryParse(kind, out var wanted) ? wanted : null,
            Release = KernelVersion.TryParse(release ?? "", out var version) ? version : null,
            Change = InterfaceFateNames.TryParse(change, out var fate) ? fate : InterfaceFate.Added,
        };

        var list = await new InterfaceQueries(_database).ListAsync(filter, 1, 50, TestContext.Current.CancellationToken);

        Assert.Equal(total, list.Total);
        if (total < 3)
            Assert.Equal(names.Split('|', StringSplitOptions.RemoveEmptyEntries), list.Items.Select(i => i.Name));
        else
            Assert.Equal("fold", list.Items[0].Name);
    }

    [Fact]
    public async Task A_name_has_its_history_whatever_kinds_it_is()
    {
        var queries = new InterfaceQueries(_database);
        var frob = await queries.OfNameAsync("frob", TestContext.Current.CancellationToken);
        var unfold = Assert.Single(await queries.OfNameAsync("unfold", TestContext.Current.CancellationToken));
        var file = Assert.Single(await queries.OfNameAsync("sys/kernel/<b>fold</b>", TestContext.Current.CancellationToken));

        Assert.Equal([InterfaceKind.ExportedSymbol, InterfaceKind.Function], frob.Select(h => h.Kind));
        Assert.Equal(("v3.16", "v3.17", true), (frob[0].Standings[0].First, frob[0].Standings[0].End, frob[0].Standings[0].IsInitial));
        Assert.Empty(unfold.Standings);
        Assert.Equal([InterfaceChangeKind.Added, InterfaceChangeKind.Removed], unfold.Steps.Select(s => s.Kind));
        Assert.True(file.IsCurrent);
        Assert.Empty(await queries.OfNameAsync("nothing", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_release_and_a_changeset_know_their_names()
    {
        var queries = new InterfaceQueries(_database);
        var counts = (await queries.CountsAsync(Release, TestContext.Current.CancellationToken))!;
        var window = await RangeAsync(Release, null, null);
        var usb = (await new ChangesetListQueries(_database).ListAsync(window, new ChangesetFilter(), 1, 50, TestContext.Current.CancellationToken))
            .Items.Single(c => c.Subject == "usb: a");
        var touches = await queries.OfChangesetAsync(usb.Sha, TestContext.Current.CancellationToken);

        Assert.Equal(new InterfaceCount(InterfaceKind.ExportedSymbol, 2, 1, 0), counts.Single(c => c.Kind == InterfaceKind.ExportedSymbol));
        Assert.Equal(new InterfaceCount(InterfaceKind.Function, 0, 1, 1), counts.Single(c => c.Kind == InterfaceKind.Function));
        Assert.DoesNotContain(counts, c => c.Kind == InterfaceKind.Macro);
        Assert.Null(await queries.CountsAsync(new KernelVersion(3, 18, 0, null), TestContext.Current.CancellationToken));
        Assert.Equal(["usb_fold", "usb_unfold", "unfold"], touches.Select(t => t.Name));
    }

    [Fact]
    public async Task What_became_of_another_kind_neither_came_nor_went()
    {
        using var database = new TemporaryDatabase(SmallHistory.Create());
        InterfaceData.Add(
            database.File,
            [
                new(InterfaceKind.Function, "lock_kernel", "include/linux/smp_lock.h", "v3.16", "v3.17") { IsInitial = true, RemovedBy = "net: d" },
                new(InterfaceKind.Macro, "lock_kernel", "include/linux/smp_lock.h", "v3.16") { IsInitial = true },
                new(InterfaceKind.Constant, "AF_INET", "include/linux/socket.h", "v3.16", "v3.17") { IsInitial = true, RemovedBy = "net: d" },
                new(InterfaceKind.Macro, "AF_INET", "include/linux/socket.h", "v3.17") { AddedBy = "net: d" },
                new(InterfaceKind.Type, "frob", "include/linux/frob.h", "v3.16", "v3.17") { IsInitial = true, RemovedBy = "net: d" },
                new(InterfaceKind.Macro, "frob", "include/linux/frob.h", "v3.16") { IsInitial = true },
            ]);
        var range = await RangeAsync(Release, null, null);

        var list = await new NotableQueries(database).OfRangeAsync(range, TestContext.Current.CancellationToken);
        var counts = (await new InterfaceQueries(database).CountsAsync(Release, TestContext.Current.CancellationToken))!;

        Assert.Equal(["Changed in <linux/smp_lock.h>: lock_kernel()", "Removed from <linux/frob.h>: struct frob"], list.All.Where(c => c.Names.Count > 0).Select(c => c.Text).Order(StringComparer.Ordinal));
        Assert.Equal([new InterfaceCount(InterfaceKind.Type, 0, 1, 0)], counts);
    }

    private async Task<NotableList> ListAsync(string? asOf, string? since) =>
        await new NotableQueries(_database).OfRangeAsync(await RangeAsync(Release, asOf, since), TestContext.Current.CancellationToken);

    private async Task<ReleaseRange> RangeAsync(KernelVersion version, string? asOf, string? since) =>
        (await new RangeQueries(_database).FindAsync(version, Read(asOf), Read(since), TestContext.Current.CancellationToken)).Range!;

    private static Moment? Read(string? text) => Moment.TryParse(text, out var moment) ? moment : null;
}
