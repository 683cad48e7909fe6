using System.Net;
using Xunit;

namespace KernelTracker.Browser.Tests;

/// <summary>Every kind of page that links lead to reads well (<see cref="Reader"/>).</summary>
public sealed class PageTests(SiteFixture site, Reader reader) : IClassFixture<Reader>
{
    /// <summary>Kinds of pages: a name, and the address or a pattern of an address that some link leads to.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "home", "^/$" },
        { "releases", "^/releases$" },
        { "release", "^/releases/v[^/?]+$" },
        { "window", "^/releases/v[^/?]+/window$" },
        { "changesets", "^/releases/v[^/?]+/changesets$" },
        { "changesets-of-area", @"^/releases/v[^/?]+/changesets\?area=" },
        { "release-hardware", "^/releases/v[^/?]+/hardware$" },
        { "release-hardware-table", @"^/releases/v[^/?]+/hardware\?view=table" },
        { "people", "^/releases/v[^/?]+/people$" },
        { "people-table", @"^/releases/v[^/?]+/people\?table=" },
        { "employers", "^/employers$" },
        { "employer", "^/employers/[a-z]" },
        { "release-changes", "^/releases/v[^/?]+/changes$" },
        { "identifiers", "^/identifiers$" },
        { "identifiers-of-release", @"^/identifiers\?release=" },
        { "identifier", "^/identifiers/[^?]+$" },
        { "hardware", "^/hardware$" },
        { "hardware-category", @"^/hardware\?category=" },
        { "hardware-record", "^/hardware/v[^?]+$" },
        { "which-kernel", "^/hardware/which-kernel$" },
        { "pull", "^/pulls/[0-9a-f]{40}$" },
        { "changeset", "^/changesets/[0-9a-f]{40}$" },
        { "subsystems", "^/subsystems$" },
        { "subsystem", "^/subsystems/[^?]+$" },
        { "trees", "^/trees$" },
        { "tree", "^/trees/[^?]+$" },
        { "developer", "^/developers/[^?]+$" },
        { "stable", "^/stable$" },
        { "stable-series", @"^/stable/[0-9.]+$" },
        { "stable-update", @"^/stable/v[0-9.]+$" },
        { "stable-review", @"^/stable/v3\.16\.5$" },
        { "cve-records", "^/cve$" },
        { "cve-record", "^/cve/CVE-2014-1001$" },
        { "cve-open-in-series", @"^/cve\?.*series=3\.16" },
        { "status", "^/status$" },
        { "how-we-count", "^/how-we-count$" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_kind_of_page_reads_well(string name, string pattern) => reader.Check(name, site.Map.Find(pattern), HttpStatusCode.OK);
}
