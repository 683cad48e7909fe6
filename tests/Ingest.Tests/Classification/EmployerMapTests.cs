using System.Globalization;
using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class EmployerMapTests
{
    private const string Rules = """
        # comment
        [Acme]
        acme.example
        roadrunner@desert.example from 2006-01-01 until 2007-12-31   # worked there
        [Bird & Co.]
        labs.acme.example
        roadrunner@desert.example from 2008-01-01
        old.example from 2009-06-10
        [Old]
        old.example until 2009-06-09
        [unknown]
        guest@acme.example
        """;

    [Theory]
    [InlineData("wile@acme.example", "2009-01-01", "Acme")]
    [InlineData("WILE@ACME.Example", "2009-01-01", "Acme")]
    [InlineData("wile@de.acme.example", "2009-01-01", "Acme")]
    [InlineData("wile@labs.acme.example", "2009-01-01", "Bird & Co.")]
    [InlineData("wile@mail.labs.acme.example", "2009-01-01", "Bird & Co.")]
    [InlineData("wile@notacme.example", "2009-01-01", null)]
    [InlineData("wile@example", "2009-01-01", null)]
    [InlineData("guest@acme.example", "2009-01-01", null)]
    [InlineData("guest@sub.acme.example", "2009-01-01", "Acme")]
    [InlineData("roadrunner@desert.example", "2005-12-31", null)]
    [InlineData("roadrunner@desert.example", "2006-01-01", "Acme")]
    [InlineData("roadrunner@desert.example", "2007-12-31", "Acme")]
    [InlineData("roadrunner@desert.example", "2008-01-01", "Bird & Co.")]
    [InlineData("coyote@desert.example", "2008-01-01", null)]
    [InlineData("x@old.example", "2009-06-09", "Old")]
    [InlineData("x@old.example", "2009-06-10", "Bird & Co.")]
    [InlineData("acme.example", "2009-01-01", null)]
    [InlineData("@acme.example", "2009-01-01", "Acme")]
    [InlineData("a@b@acme.example", "2009-01-01", "Acme")]
    [InlineData("wile@acme.example.", "2009-01-01", null)]
    [InlineData("", "2009-01-01", null)]
    public void The_longest_entry_in_force_decides(string address, string day, string? employer) =>
        Assert.Equal(employer, Read(Rules).Find(address, Day(day)));

    [Theory]
    [InlineData("acme.example", "stands before the first employer")]
    [InlineData("[Acme]\n[Acme]", "stands twice")]
    [InlineData("[Acme]\nacme example", "is no address")]
    [InlineData("[Acme]\nacme.example since 2009", "is no address")]
    [InlineData("[Acme]\nacme.example from 2009-13-01", "is no day")]
    [InlineData("[Acme]\nacme.example from 2009-02-01 until 2009-01-01", "before it begins")]
    [InlineData("[Acme]\nacme.example\n[Bird]\nacme.example", "on the same day")]
    [InlineData("[Acme]\nacme.example until 2009-01-01\n[Bird]\nacme.example from 2009-01-01", "on the same day")]
    [InlineData("[Acme Inc]\nacme.example\n[Acme, Inc.]\nb.example", "cannot be told apart")]
    [InlineData("[Unknown]\nacme.example", "cannot be told apart")]
    public void What_contradicts_itself_is_refused(string rules, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Read(rules)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("someone@redhat.com", "2009-05-01", "Red Hat")]
    [InlineData("someone@linux.vnet.ibm.com", "2009-05-01", "IBM")]
    [InlineData("someone@suse.de", "2003-05-01", "SUSE")]
    [InlineData("someone@suse.de", "2009-05-01", "Novell")]
    [InlineData("someone@suse.de", "2015-05-01", "SUSE")]
    [InlineData("someone@qumranet.com", "2008-09-03", "Qumranet")]
    [InlineData("someone@qumranet.com", "2008-09-04", "Red Hat")]
    [InlineData("someone@linux-foundation.org", "2009-05-01", "Linux Foundation")]
    [InlineData("akpm@linux-foundation.org", "2009-05-01", "Google")]
    [InlineData("cl@linux-foundation.org", "2009-05-01", null)]
    [InlineData("someone@gmail.com", "2009-05-01", null)]
    [InlineData("someone@kernel.org", "2009-05-01", null)]
    public void The_map_of_the_program(string address, string day, string? employer) =>
        Assert.Equal(employer, EmployerMap.Default.Find(address, Day(day)));

    [Fact]
    public void Providers_of_mail_and_hosts_of_projects_tell_nothing()
    {
        string[] hosts =
        [
            "gmail.com", "googlemail.com", "yahoo.com", "gmx.de", "gmx.net", "web.de", "hotmail.com", "free.fr", "t-online.de", "xs4all.nl",
            "kernel.org", "infradead.org", "debian.org", "gentoo.org", "samba.org", "users.sourceforge.net", "linuxtv.org", "pobox.com", "acm.org",
        ];
        Assert.All(hosts, h => Assert.Null(EmployerMap.Default.Find("nobody.in.particular@" + h, new DateOnly(2009, 6, 10))));
    }

    [Property]
    public bool Any_address_is_answered(string? address, int day) =>
        EmployerMap.Default.Find(address ?? "", DateOnly.FromDayNumber(Math.Abs(day % DateOnly.MaxValue.DayNumber))) is null or { Length: > 0 };

    [Property]
    public bool Whatever_comes_before_a_domain_leads_to_its_employer(string? local) =>
        Read(Rules).Find((local ?? "").Replace("@", "", StringComparison.Ordinal) is { Length: < 100 } name && name != "guest" ? name + "@acme.example" : "x@acme.example", Day("2009-01-01")) == "Acme";

    [Property]
    public bool Reading_any_rules_ends_with_a_map_or_a_reason(string[] lines)
    {
        try
        {
            return Read(string.Join('\n', (lines ?? []).Select(l => l ?? ""))).Names.All(n => n.Length > 0);
        }
        catch (FormatException e)
        {
            return e.Message.Length > 0;
        }
    }

    [Fact]
    public void A_monstrous_address_costs_nothing() =>
        Assert.Null(EmployerMap.Default.Find(new string('.', 10_000_000) + "@" + new string('.', 10_000_000), new DateOnly(2009, 6, 10)));

    [Fact]
    public void Names_make_addresses_of_pages() =>
        Assert.All(EmployerMap.Default.Names, n => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", EmployerSlug.Of(n)));

    private static EmployerMap Read(string rules) => EmployerMap.Parse(RuleText.Lines(rules));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
