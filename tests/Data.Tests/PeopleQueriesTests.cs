using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class PeopleQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(PeopleHistory.Create());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Developers_by_changesets_and_by_lines()
    {
        var report = await ReportAsync("v3.17");

        Assert.Equal(4, report.Changesets);
        Assert.Equal([("Ben Two", 2, 30L, true), (PeopleHistory.Hostile, 1, 3L, true), ("Ada One", 1, 10L, false)],
            report.People.Select(p => (p.Name, p.Changesets, p.ChangedLines!.Value, p.IsNew)));
        Assert.Equal(["Ben Two", "Ada One", PeopleHistory.Hostile], report.ByLines!.Select(p => p.Name));
        Assert.Equal(43, report.ChangedLines);
        Assert.Equal(["Ben Two", PeopleHistory.Hostile], report.Newcomers.Select(p => p.Name));
        Assert.Equal([PeopleHistory.Hostile, "Ada One"], report.OnePatch.Select(p => p.Name));
    }

    [Fact]
    public async Task A_role_counts_a_changeset_once_and_never_the_author()
    {
        var report = await ReportAsync("v3.17");

        Assert.Equal([("Ada One", 1)], Named(PersonRole.Reviewer));
        Assert.Equal([("Ada One", 1)], Named(PersonRole.Tester));
        Assert.Equal([("Ada One", 1)], Named(PersonRole.Reporter));
        Assert.Equal([("Ben Two", 1)], Named(PersonRole.Acker));
        Assert.Equal([("Linus Chain", 2)], Named(PersonRole.SignOff));
        Assert.Equal(2, report.Of(PersonRole.SignOff).Changesets);

        IEnumerable<(string, int)> Named(PersonRole role) => report.Of(role).People.Select(p => (p.Name, p.Changesets));
    }

    [Fact]
    public async Task Employers_by_changesets_with_the_unknown_last()
    {
        var report = await ReportAsync("v3.17");

        Assert.Equal([("Acme", 1, 10L, 1), ("Birch & Co.", 1, 20L, 1), (null, 2, 13L, 2)],
            report.Employers.Select(e => (e.Name, e.Changesets, e.ChangedLines!.Value, e.Developers)));
        Assert.Equal(2, report.WithKnownEmployer);
        Assert.Equal(["Acme", "Birch & Co."], report.People[0].Employers);
    }

    [Fact]
    public async Task A_part_counts_only_its_own_newcomers()
    {
        Assert.Equal(["Ben Two"], (await ReportAsync("v3.17", asOf: "v3.17-rc1")).Newcomers.Select(p => p.Name));
        Assert.Equal([PeopleHistory.Hostile], (await ReportAsync("v3.17", since: "v3.17-rc1")).Newcomers.Select(p => p.Name));
        Assert.Empty((await ReportAsync("v3.18")).Newcomers);
    }

    [Theory]
    [InlineData("v3.16")]
    [InlineData("v3.17")]
    public async Task Newcomers_are_as_many_as_the_figures_of_the_release_say(string version)
    {
        var report = await new WindowQueries(_database).ReportAsync(await RangeAsync(version), Cancellation);

        Assert.Equal(report.NewDevelopers, (await ReportAsync(version)).Newcomers.Count);
    }

    [Fact]
    public async Task Lines_that_are_not_counted_are_no_number()
    {
        var report = await ReportAsync("v3.18");

        Assert.Null(report.ChangedLines);
        Assert.Null(report.ByLines);
        Assert.Null(report.Employers[0].ChangedLines);
        Assert.Contains("Ben Two", PeopleText.ToText(report), StringComparison.Ordinal);
        Assert.DoesNotContain("changed lines", PeopleText.ToText(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_leaves_the_people_of_its_changesets()
    {
        var range = await RangeAsync("v3.17");

        Assert.Equal([PeopleHistory.Hostile], await NamesAsync(new ChangesetFilter { Subsystem = "networking" }));
        Assert.Equal(["Ben Two"], await NamesAsync(new ChangesetFilter { Employer = "birch-co" }));
        Assert.Equal(["Ada One", "Ben Two"], await NamesAsync(new ChangesetFilter { Tree = "gregkh/usb" }));
        Assert.Empty(await NamesAsync(new ChangesetFilter { Employer = "no-such" }));

        async Task<IEnumerable<string>> NamesAsync(ChangesetFilter filter) =>
            (await new PeopleQueries(_database).ReportAsync(range, filter, Cancellation)).People.Select(p => p.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_number_leads_to_as_many_changesets()
    {
        var report = await ReportAsync("v3.17");

        foreach (var person in report.People)
            await LeadsAsync(person.Changesets, new ChangesetFilter { Developer = person.Id });
        foreach (var employer in report.Employers)
            await LeadsAsync(employer.Changesets, new ChangesetFilter { Employer = employer.Name is { } name ? EmployerSlug.Of(name) : EmployerSlug.Unknown });
        foreach (var role in report.Roles)
        {
            await LeadsAsync(role.Changesets, new ChangesetFilter { Role = role.Role });
            foreach (var person in role.People)
                await LeadsAsync(person.Changesets, new ChangesetFilter { Role = role.Role, Developer = person.Id });
        }

        async Task LeadsAsync(int changesets, ChangesetFilter filter) =>
            Assert.Equal(changesets, (await new ChangesetListQueries(_database).ListAsync(report.Range, filter, 1, 200, Cancellation)).Total);
    }

    [Fact]
    public async Task A_developer_has_lines_roles_and_employers_per_release()
    {
        var ben = (await ReportAsync("v3.17")).People[0].Id;

        var details = (await new DeveloperQueries(_database).GetAsync(ben, Cancellation))!;

        Assert.Equal(["v3.17", "v3.18"], details.Releases.Select(r => r.Version));
        Assert.Equal((2, 30L, 1), (details.Releases[0].Changesets, details.Releases[0].ChangedLines!.Value, details.Releases[0].Roles[PersonRole.Acker]));
        Assert.Equal(["Acme", "Birch & Co."], details.Releases[0].Employers);
        Assert.Null(details.Releases[1].ChangedLines);
        Assert.Equal("usb: a", details.First!.Subject);
    }

    [Fact]
    public async Task Employers_of_the_whole_history()
    {
        var queries = new EmployerQueries(_database);

        var list = await queries.ListAsync(Cancellation);
        var birch = (await queries.GetAsync("birch-co", Cancellation))!;
        var unknown = (await queries.GetAsync(EmployerSlug.Unknown, Cancellation))!;

        Assert.Equal(["v3.18", "v3.17", "v3.16"], list.Latest);
        Assert.Equal([("Birch & Co.", 2, 1), ("Acme", 1, 1), (null, 4, 3)], list.Rows.Select(r => (r.Name, r.Changesets, r.Developers)));
        Assert.Equal([1, 4, 2], list.Totals);
        Assert.Equal([("v3.17", 1), ("v3.18", 1)], birch.Releases.Select(r => (r.Version, r.Changesets)));
        Assert.Equal((null, 4), (unknown.Name, unknown.Changesets));
        Assert.Null(await queries.GetAsync("no-such", Cancellation));
    }

    [Fact]
    public async Task A_table_is_comma_separated_values_without_formulas()
    {
        var report = await ReportAsync("v3.17");

        var developers = PeopleText.ToCsv(report, PeopleTable.Developers).Split("\r\n");
        var employers = PeopleText.ToCsv(report, PeopleTable.Employers).Split("\r\n");

        Assert.Equal("developer,name,changesets,changedLines,new,employers", developers[0]);
        Assert.EndsWith(",Ben Two,2,30,true,Acme; Birch & Co.", developers[1], StringComparison.Ordinal);
        Assert.Contains("'=Cyd", developers[2], StringComparison.Ordinal);
        Assert.Equal(["employer,slug,changesets,changedLines,developers", "Acme,acme,1,10,1", "Birch & Co.,birch-co,1,20,1", ",unknown,2,13,2", ""], employers);
        Assert.All(PeopleTables.All, t => Assert.True(report.Count(t) < PeopleText.ToCsv(report, t).Split("\r\n").Length));
    }

    [Fact]
    public async Task Written_forms_tell_the_same_and_no_markup()
    {
        var report = await ReportAsync("v3.17");

        Assert.StartsWith("v3.17, since v3.16: people", PeopleText.ToText(report), StringComparison.Ordinal);
        Assert.Equal("3 developers wrote 4 changesets; 2 of them for the first time, 2 one changeset only. The author’s employer is known for 2 changesets (50 %).", PeopleText.Sentence(report));
        Assert.DoesNotContain("<b>", PeopleText.ToHtml(report), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", PeopleText.ToMarkdown(report), StringComparison.Ordinal);
        Assert.Contains("\"newDevelopers\": 2", PeopleText.ToJson(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Red Hat", "red-hat")]
    [InlineData("  AT&T  ", "at-t")]
    [InlineData("Birch & Co.", "birch-co")]
    [InlineData("3Com", "3com")]
    [InlineData("Ünïcode", "n-code")]
    [InlineData("…", "")]
    public void Names_of_employers_in_addresses(string name, string slug) => Assert.Equal(slug, EmployerSlug.Of(name));

    [Fact]
    public void Trailers_of_two_roles_belong_to_both()
    {
        Assert.Contains("Reported-and-tested-by", PersonRole.Tester.TrailerKeys());
        Assert.Contains("Reported-and-tested-by", PersonRole.Reporter.TrailerKeys());
        Assert.Equal(["Signed-off-by"], PersonRole.SignOff.TrailerKeys());
        Assert.All(PersonRoleNames.All, r => Assert.True(PersonRoleNames.TryParse(r.Slug(), out var same) && same == r));
        Assert.All(PeopleTables.All, t => Assert.True(PeopleTables.TryParse(t.Slug(), out var same) && same == t));
    }

    private async Task<PeopleReport> ReportAsync(string version, string? asOf = null, string? since = null) =>
        await new PeopleQueries(_database).ReportAsync(await RangeAsync(version, asOf, since), new ChangesetFilter(), Cancellation);

    private async Task<ReleaseRange> RangeAsync(string version, string? asOf = null, string? since = null)
    {
        Assert.True(KernelVersion.TryParse(version, out var parsed));
        return (await new RangeQueries(_database).FindAsync(parsed, Read(asOf), Read(since), Cancellation)).Range!;
    }

    private static Moment? Read(string? text) => Moment.TryParse(text, out var moment) ? moment : null;
}
