using KernelTracker.Data.Model;
using KernelTracker.Ingest.Configuration;
using Xunit;

namespace KernelTracker.Ingest.Tests.Configuration;

public class TrackerOptionsValidatorTests
{
    [Fact]
    public void The_defaults_are_good() => Assert.True(new TrackerOptionsValidator().Validate(null, new TrackerOptions()).Succeeded);

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var options = new TrackerOptions { Database = " ", Schedule = "often" };
        options.Trees.Add(new TreeOptions { Name = "../up", Path = "x" });
        options.Trees.Add(new TreeOptions { Name = "mainline" });
        options.Trees.Add(new TreeOptions { Name = "Mainline", Path = "y", Kind = (TreeKind)9 });
        options.Trees.Add(new TreeOptions { Name = "cve", Path = "v", Kind = TreeKind.Vulnerabilities });
        options.Trees.Add(new TreeOptions { Name = "vulns", Path = "w", Kind = TreeKind.Vulnerabilities });

        var faults = new TrackerOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(8, faults.Count);
        Assert.Contains(faults, f => f.Contains("Database", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("'often'", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("'../up'", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("neither Path nor Url", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("more than once", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("Kind", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("one mainline", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("Vulnerabilities", StringComparison.Ordinal));
    }
}
