using System.Net;
using Xunit;

namespace KernelTracker.Browser.Tests;

/// <summary>Pages that only a form or a person's hand leads to read well (<see cref="Reader"/>).</summary>
public sealed class AddressTests(Reader reader) : IClassFixture<Reader>
{
    /// <summary>A name, the address, and how the site answers.</summary>
    public static TheoryData<string, string, HttpStatusCode> Addresses => new()
    {
        { "window-as-of", "/releases/v3.18/window?asOf=2014-10-08", HttpStatusCode.OK },
        { "window-part-2", "/releases/v3.18/window?asOf=2014-10-15&since=2014-10-08", HttpStatusCode.OK },
        { "people-as-of", "/releases/v3.18/people?asOf=2014-10-08&table=new", HttpStatusCode.OK },
        { "people-of-area", "/releases/v3.18/people?area=drivers", HttpStatusCode.OK },
        { "changesets-of-role", "/releases/v3.18/changesets?role=signed-off-by", HttpStatusCode.OK },
        { "employer-unknown", "/employers/no-such-company", HttpStatusCode.NotFound },
        { "hardware-search", "/hardware?q=controllers", HttpStatusCode.OK },
        { "hardware-misspelt", "/hardware?q=richtec", HttpStatusCode.OK },
        { "hardware-nothing", "/hardware?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "hardware-as-of", "/releases/v3.18/hardware?asOf=2014-10-08", HttpStatusCode.OK },
        { "hardware-part-2", "/releases/v3.18/hardware?asOf=2014-10-15&since=2014-10-08", HttpStatusCode.OK },
        { "hardware-record-unknown", "/hardware/v3.18-no-such-record", HttpStatusCode.NotFound },
        { "stable-between", "/stable/3.16/between?from=v3.16.2&to=v3.16.5", HttpStatusCode.OK },
        { "is-it-in", "/stable/is-it-in?q=route+that+lost", HttpStatusCode.OK },
        { "is-it-in-several", "/stable/is-it-in?q=igb", HttpStatusCode.OK },
        { "is-it-in-nothing", "/stable/is-it-in?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "stable-unknown", "/stable/v3.16.99", HttpStatusCode.NotFound },
        { "cve-hostile", "/cve/CVE-2014-1002", HttpStatusCode.OK },
        { "cve-unknown", "/cve/CVE-2014-9999", HttpStatusCode.NotFound },
        { "cve-search", "/search?q=CVE-2014-1001", HttpStatusCode.OK },
        { "release-changes-as-of", "/releases/v3.18/changes?asOf=2014-10-08", HttpStatusCode.OK },
        { "release-changes-of-kind", "/releases/v3.18/changes?kind=options", HttpStatusCode.OK },
        { "identifiers-search", "/identifiers?q=regulator", HttpStatusCode.OK },
        { "identifiers-nothing", "/identifiers?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "identifier-unknown", "/identifiers/no_such_name", HttpStatusCode.NotFound },
        { "compare", "/compare", HttpStatusCode.OK },
        { "compare-releases", "/compare/v3.16...v3.17", HttpStatusCode.OK },
        { "compare-wrong", "/compare/v3.17...v3.16", HttpStatusCode.BadRequest },
        { "parts", "/releases/v3.18/window/parts?cuts=2014-10-08,2014-10-10", HttpStatusCode.OK },
        { "flow", "/releases/v3.17/flow", HttpStatusCode.OK },
        { "forecast", "/forecast", HttpStatusCode.OK },
        { "search", "/search", HttpStatusCode.OK },
        { "search-results", "/search?q=regulator", HttpStatusCode.OK },
        { "search-nothing", "/search?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "not-found", "/no/such/page", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task An_address_typed_by_hand_reads_well(string name, string address, HttpStatusCode status) => reader.Check(name, address, status);
}
