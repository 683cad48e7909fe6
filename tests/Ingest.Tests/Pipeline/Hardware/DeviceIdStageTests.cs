using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public sealed class DeviceIdStageTests : IDisposable
{
    private readonly IngestedHistory _history = new();

    [Fact]
    public void New_ids_come_with_the_changeset_that_added_them_and_moved_ones_are_not_new()
    {
        using var source = History();

        var changes = Apply(source, from: 0);

        Assert.Empty(changes["v2.6.12"].Ids);
        Assert.Equal(
            ["8086:0002 drivers/net/a.c: net: add a second card", "8086:0003 drivers/net/a.c: net: add a third card", "8086:0009 drivers/net/new.c: net: new driver"],
            changes["v2.6.13"].Ids.Select(i => $"{i.Row.Text} {i.Path}: {i.Changeset?.Subject}"));
        Assert.Equal(
            ["BEAGLE: arm: board"], changes["v2.6.13"].Machines.Select(m => $"{m.Machine.Key}: {m.Changeset?.Subject}"));
        Assert.Empty(changes["v2.6.14"].Ids);
    }

    [Fact]
    public void Releases_can_be_applied_again()
    {
        using var source = History();
        Apply(source, from: 0);
        var rows = Rows();

        Apply(source, from: 1);

        Assert.Equal(rows, Rows());
        Assert.Contains("8086:0001 drivers/net/a.c v2.6.12-v2.6.14", rows);
        Assert.Contains("8086:0001 drivers/net/b.c v2.6.14-", rows);
    }

    public void Dispose() => _history.Dispose();

    private static TestHistory History() => TestHistory.Create()
        .Commit("first", c => c.File("drivers/net/a.c", Table("{ PCI_DEVICE(0x8086, 1) },")))
        .Commit("Linux 2.6.12").Tag("v2.6.12")
        .Commit("net: add a second card", c => c.File("drivers/net/a.c", Table("{ PCI_DEVICE(0x8086, 1) }, { PCI_DEVICE(0x8086, 2) },")))
        .Commit("net: constants", c => c.File("drivers/net/a.h", "#define CARD3 0x0003\n"))
        .Commit("net: add a third card", c => c.File("drivers/net/a.c", Table("{ PCI_DEVICE(0x8086, 1) }, { PCI_DEVICE(0x8086, 2) }, { PCI_DEVICE(0x8086, CARD3) },")))
        .Commit("net: new driver", c => c.File("drivers/net/new.c", Table("{ PCI_DEVICE(0x8086, 9) },")))
        .Commit("arm: board", c => c.File("arch/arm/mach-x/board.c", "MACHINE_START(BEAGLE, \"Beagle\")\nMACHINE_END\n"))
        .Commit("Linux 2.6.13").Tag("v2.6.13")
        .Commit("net: rename", c => c.Rename("drivers/net/a.c", "drivers/net/b.c"))
        .Commit("Linux 2.6.14").Tag("v2.6.14");

    private static string Table(string entries) => $"#include \"a.h\"\nstatic struct pci_device_id ids[] = {{\n{entries}\n{{ }}\n}};\n";

    private Dictionary<string, SourceChanges> Apply(TestHistory source, int from)
    {
        _history.Ingest(source.Path, withLines: false);
        using var context = TrackerDatabase.OpenWriter(_history.Database);
        using var repository = GitRepository.Open(source.Path);
        using var steps = new ReleaseSteps(context, repository);
        var interning = Interning.Load(context);
        var events = new TreeEvents(context, TimeProvider.System, context.TrackedTrees.Select(t => t.Id).Single());
        using var stage = new DeviceIdStage(context, repository, interning, events);
        var releases = steps.Releases();
        stage.ForgetFrom(releases[from].Id);
        var changes = new Dictionary<string, SourceChanges>();
        foreach (var release in releases.Skip(from))
        {
            changes[release.Version] = stage.Apply(steps.Step(release), TestContext.Current.CancellationToken);
            using var transaction = context.Database.BeginTransaction();
            using (var paths = BulkTable.Insert<TreePath>(context))
                interning.NewPaths.ForEach(paths.Write);
            interning.Written();
            stage.Write();
            transaction.Commit();
        }
        return changes;
    }

    /// <summary>The ids by spans of releases: "text path first-end".</summary>
    private List<string> Rows()
    {
        using var context = _history.Open();
        var versions = context.Releases.ToDictionary(r => r.Id, r => r.Version);
        var rows =
            from row in context.DeviceIds
            join path in context.Paths on row.PathId equals path.Id
            orderby row.Text, path.Name
            select new { row.Text, Path = path.Name, row.AddedReleaseId, row.RemovedReleaseId };
        return [.. rows.AsEnumerable().Select(r =>
            $"{r.Text} {r.Path} {versions[r.AddedReleaseId]}-{(r.RemovedReleaseId is { } end ? versions[end] : "")}")];
    }
}
