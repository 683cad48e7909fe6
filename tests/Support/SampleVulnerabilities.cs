using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Vulnerabilities;

namespace KernelTracker.Tests.Support;

/// <summary>
/// Vulnerability records about the sample history, as the kernel's CVE team would publish them: what the sample itself
/// cannot show, because its year 2014 is older than the team.
/// </summary>
public static class SampleVulnerabilities
{
    /// <summary>Reads three records into a database that holds the sample: one fixed in two series, one open in both, one from mainline alone.</summary>
    public static void Add(string database)
    {
        using var context = TrackerDatabase.OpenWriter(database);
        using var records = TestHistory.Create();
        var (leak, inSeries, inOlder) = Named(context, "ipv6: drop the reference to a route that lost the race");
        var flush = Named(context, "arm64: mm: flush the whole huge page").Mainline;
        records.Commit("three records", c =>
        {
            Record(c, 1001, "ipv6: drop the reference to a route that lost the race", 7.8, $"3.10:{flush}:3.14.20:{inOlder}\n3.10:{flush}:3.16.4:{inSeries}\n3.10:{flush}:3.17:{leak}\n");
            Record(c, 1002, "a <script>title</script> that means no good", 5.5, $"3.12:{flush}:3.18:{leak}\n");
            Record(c, 1003, "arm64: mm: flush the whole huge page", null, $"3.17:0:3.18:{flush}\n");
        });
        var run = TreeRun.Start(
            context, new ConfiguredTree("cve", TreeKind.Vulnerabilities, records.Path, null, null, IsSample: false),
            TimeProvider.System, new Progress<IngestProgress>(), CancellationToken.None);
        run.Do(() => VulnerabilityReader.Read(run));
        VulnerabilityStage.Run(context);
        run.End();
        if (context.Vulnerabilities.Count() != 3)
            throw new InvalidOperationException($"The records could not be read: {run.Message}");
    }

    /// <summary>The commits with a subject: mainline's, that of the newest series, that of the oldest.</summary>
    private static (string Mainline, string Newest, string Oldest) Named(Data.TrackerContext context, string subject)
    {
        var mainline = context.Commits.Single(c => c.Subject == subject && c.ReleaseId != null).Sha;
        var ported = context.StableChangesets.Join(context.Commits, s => s.CommitId, c => c.Id, (s, c) => new { s.SeriesId, c.Subject, c.Sha })
            .Where(c => c.Subject == subject).OrderBy(c => c.SeriesId).Select(c => c.Sha).ToList();
        return (Text(mainline), Text(ported[^1]), Text(ported[0]));
    }

    private static string Text(byte[] sha) => new ObjectId(sha).ToString();

    private static void Record(TestCommit commit, int number, string title, double? score, string dyad)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"CVE-2014-{number}");
        var metrics = score is { } s ? string.Create(CultureInfo.InvariantCulture, $$$"""[{"cvssV3_1":{"baseScore":{{{s:0.0}}},"vectorString":"CVSS:3.1/AV:L"}}]""") : "[]";
        commit
            .File($"cve/published/2014/{name}.json", $$$$"""{"containers":{"cna":{"title":"{{{{title}}}}","metrics":{{{{metrics}}}}}},"cveMetadata":{"cveId":"{{{{name}}}}","state":"PUBLISHED"}}""")
            .File($"cve/published/2014/{name}.dyad", dyad);
    }
}
