using KernelTracker.Data.Storage;
using KernelTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class EmployerStageTests : IDisposable
{
    private readonly TestHistory _history = TestHistory.Create()
        .Commit("Linux 2.6.12", c => c.File("Makefile", "1\n").At("2005-06-17 12:00 +0000")).Tag("v2.6.12")
        .Commit("kvm: early", c => c.File("a", "1\n").Author("Avi", "avi@qumranet.com").At("2008-09-03 23:59 +0000"))
        .Commit("kvm: late", c => c.File("a", "2\n").Author("Avi", "Avi@Qumranet.com").At("2008-09-04 00:00 +0000"))
        .Commit("net: x", c => c.File("b", "1\n").Author("Gus", "gus@linux.vnet.ibm.com").At("2008-09-05 00:00 +0000"))
        .Commit("net: y", c => c.File("b", "2\n").Author("Gus", "gus@gmail.com").At("2008-09-06 00:00 +0000"))
        .Commit("net: no address", c => c.File("b", "3\n").Author("Gus", "").At("2008-09-07 00:00 +0000"))
        .Tag("v2.6.13");

    private readonly IngestedHistory _ingested = new();

    [Fact]
    public void The_address_and_the_day_tell_for_whom_somebody_worked()
    {
        _ingested.Ingest(_history.Path);

        Assert.Equal(
            [("kvm: early", "Qumranet"), ("kvm: late", "Red Hat"), ("net: x", "IBM"), ("net: y", null), ("net: no address", null)],
            Employers().Skip(1));
        Assert.Empty(_ingested.Verify(_history.Path));
    }

    [Fact]
    public void Another_map_is_applied_to_what_is_stored()
    {
        _ingested.Ingest(_history.Path);
        using (var context = TrackerDatabase.OpenWriter(_ingested.Database))
        {
            context.Employers.Where(e => e.Id > 1).ExecuteDelete();
            context.Commits.ExecuteUpdate(s => s.SetProperty(c => c.EmployerId, 1));
            context.TrackedTrees.ExecuteUpdate(s => s.SetProperty(t => t.RulesVersion, "another"));
        }

        _ingested.Ingest(_history.Path);

        Assert.Equal(IngestedHistory.Fresh(_history.Path), _ingested.Meaning());
        Assert.Contains(("net: x", "IBM"), Employers());
    }

    public void Dispose()
    {
        _ingested.Dispose();
        _history.Dispose();
    }

    private List<(string Subject, string? Employer)> Employers()
    {
        using var context = _ingested.Open();
        var names = context.Employers.ToDictionary(e => e.Id, e => e.Name);
        return [.. context.Commits.OrderBy(c => c.Id).AsEnumerable().Select(c => (c.Subject, c.EmployerId is { } id ? names[id] : null))];
    }
}
