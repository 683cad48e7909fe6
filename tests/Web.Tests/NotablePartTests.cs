using Bunit;
using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class NotablePartTests : BunitContext
{
    private static readonly ReleaseRange Range = new()
    {
        Version = "v3.17",
        Previous = "v3.16",
        State = ReleaseState.Released,
        AsOf = null,
        Since = null,
        After = 0,
        UpTo = 9,
        Tip = null,
        SinceTip = null,
        Chain = [],
        IsWhole = true,
        Until = "v3.17",
    };

    [Fact]
    public void A_line_leads_to_names_options_and_changesets()
    {
        var change = Change([new("New: "), new("fold()", "fold", InterfaceKind.SystemCall), new(" and "), new("CONFIG_FOLD", "FOLD")]);
        var part = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range));

        Assert.Equal(["/identifiers/fold", "/kconfig/FOLD", "/changesets/" + change.Changesets[0].Sha], part.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("Entered", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_is_said_where_there_is_room()
    {
        var change = Change([new("New: x")]) with { Detail = "It folds." };
        var part = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range).Add(l => l.IsVerbose, true));

        Assert.Contains("Entered in a table.", part.Markup, StringComparison.Ordinal);
        Assert.Contains("New: x.", part.Markup, StringComparison.Ordinal);
        Assert.Contains("It folds.", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_very_many_names_leads_to_their_list()
    {
        var change = Change([new("603 symbols are newly exported to modules")]) with { Kind = NotableKind.ExportedSymbol, Names = [.. Enumerable.Range(1, 603).Select(i => $"s{i}")] };
        var part = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range));

        Assert.Contains(part.FindAll("a"), a => a.GetAttribute("href") == "/identifiers?kind=exported-symbols&release=v3.17&change=added");
    }

    [Theory]
    [InlineData(null, null, "Kinds and areas")]
    [InlineData("ioctls", null, "Kinds and areas: ioctls")]
    [InlineData("ioctls", "Networking", "Kinds and areas: ioctls, Networking")]
    public void Choices_say_what_is_chosen_while_they_are_folded(string? kind, string? area, string summary)
    {
        var part = Render<Choices>(p => p.Add(c => c.Label, "Kinds and areas").Add(c => c.Current, [kind, area]).AddChildContent("<nav>all</nav>"));

        Assert.False(part.Find("details").HasAttribute("open"));
        Assert.Equal(summary, part.Find("summary").TextContent);
        Assert.Equal("all", part.Find("details > nav").TextContent);
    }

    [Fact]
    public void A_brief_line_is_the_line_and_one_changeset()
    {
        var change = Change([new("New: x")]) with { Detail = "It folds.", Pull = new NotablePull(ObjectId.Parse(new string('b', 40)), "mm updates") };
        var part = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range).Add(l => l.IsBrief, true));

        var link = Assert.Single(part.FindAll("a"));
        Assert.Equal("/changesets/aaaaaaaaaaaa", link.GetAttribute("href"));
        Assert.DoesNotContain("It folds", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void More_changesets_are_a_click_away()
    {
        var one = new NotableChangeset(ObjectId.Parse(new string('a', 40)), "mm: c");
        var change = Change([new("New: x")]) with { Changesets = [one, one, one] };

        var line = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range));
        Assert.Equal(Web.Components.Links.Changes(Range, NotableKind.SystemCall, Area.CoreKernel), line.FindAll("a").Single(a => a.TextContent == "and 2 more").GetAttribute("href"));

        var atHome = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range).Add(l => l.IsVerbose, true).Add(l => l.IsAtHome, true));
        Assert.Equal(3, atHome.FindAll("a").Count);
    }

    [Fact]
    public void Only_names_are_set_as_code()
    {
        var change = Change([new("New: "), new("CONFIG_FOLD", "FOLD"), new(" and "), new("Support for folds", "FOLDS")]);
        var part = Render<NotableLine>(p => p.Add(l => l.Change, change).Add(l => l.Range, Range).Add(l => l.IsBrief, true));

        Assert.Equal(["CONFIG_FOLD", "aaaaaaaaaaaa"], part.FindAll("code").Select(c => c.TextContent));
        Assert.Contains(part.FindAll("a"), a => a.GetAttribute("href") == "/kconfig/FOLDS" && a.TextContent == "Support for folds");
    }

    [Fact]
    public void A_hostile_name_stays_text()
    {
        var part = Render<NotableLine>(p => p.Add(l => l.Change, Change([new("<img src=x>", "<img src=x>\u202E", InterfaceKind.AbiFile)])).Add(l => l.Range, Range));

        Assert.Empty(part.FindAll("img"));
    }

    [Fact]
    public void A_section_lists_areas_and_says_how_many_weaker_ones_there_are()
    {
        var list = new NotableList(Range, IsRead: true, [Change([new("New: a")]), Change([new("New: b")]) with { IsStrong = false }]);
        var part = Render<NotableSection>(p => p.Add(s => s.List, list).Add(s => s.Audience, Audience.Users));

        Assert.Equal("Core kernel", part.Find("dt").TextContent);
        Assert.Single(part.FindAll("dd li"));
        Assert.Contains("1 weaker one", part.Find("h2 a").TextContent, StringComparison.Ordinal);
    }

    private static NotableChange Change(IReadOnlyList<NotableRun> line) => new()
    {
        Audience = Audience.Users,
        Kind = NotableKind.SystemCall,
        Change = Happening.Added,
        Area = Area.CoreKernel,
        Line = line,
        Evidence = "entered in a table",
        Strength = 90,
        IsStrong = true,
        Names = ["fold"],
        Paths = [],
        Changesets = [new NotableChangeset(ObjectId.Parse(new string('a', 40)), "mm: c")],
        Pull = null,
    };
}
