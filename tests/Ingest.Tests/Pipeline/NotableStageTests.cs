using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Storage;
using KernelTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class NotableStageTests : IDisposable
{
    private const string Kept = "the line that was kept";

    private readonly IngestedHistory _data = new();

    public void Dispose() => _data.Dispose();

    private static string Source(params string[] symbols) => string.Concat(symbols.Select(s => $"EXPORT_SYMBOL({s});\n"));

    private static TestHistory History() => TestHistory.Create()
        .Commit("Linux 2.6.12", c => c.File("lib/a.c", Source("one"))).Tag("v2.6.12")
        .Commit("lib: export two and three", c => c.File("lib/a.c", Source("one", "two", "three")))
        .Commit("Linux 2.6.13-rc1").Tag("v2.6.13-rc1")
        .Commit("lib: export four", c => c.File("lib/a.c", Source("one", "two", "three", "four")))
        .Commit("Linux 2.6.13").Tag("v2.6.13");

    [Fact]
    public async Task A_release_and_its_window_are_answered_from_what_was_kept()
    {
        using var history = History();
        _data.Ingest(history.Path);
        var (whole, window) = (await ListAsync("v2.6.13", window: false), await ListAsync("v2.6.13", window: true));

        Assert.Contains(whole.All, c => c.Names.SequenceEqual(["two", "three", "four"]) || c.Names.Order().SequenceEqual(["four", "three", "two"]));
        Assert.DoesNotContain(window.All, c => c.Names.Contains("four"));
        Assert.Equal(2, Sheets());

        Forge();
        Assert.Equal(Kept, Assert.Single((await ListAsync("v2.6.13", window: false)).All).Detail);
        Assert.Equal(Kept, Assert.Single((await ListAsync("v2.6.13", window: true)).All).Detail);
        // What lies between is found anew.
        Assert.DoesNotContain((await ListAsync("v2.6.13", window: false, since: "v2.6.13-rc1")).All, c => c.Detail == Kept);
    }

    [Fact]
    public async Task What_was_kept_of_another_state_or_by_other_rules_is_not_used_and_made_again()
    {
        using var history = History();
        _data.Ingest(history.Path);
        Forge();
        history.Commit("lib: export five", c => c.File("lib/b.c", Source("five"))).Commit("Linux 2.6.13 again").RemoveTag("v2.6.13").Tag("v2.6.13");
        _data.Ingest(history.Path);
        Assert.Contains((await ListAsync("v2.6.13", window: false)).All, c => c.Names.Contains("five"));

        using (var context = TrackerDatabase.OpenWriter(_data.Database))
            context.NotableSheets.ExecuteUpdate(s => s.SetProperty(x => x.Basis, "other rules"));
        Assert.Contains((await ListAsync("v2.6.13", window: false)).All, c => c.Names.Contains("five"));
        _data.Ingest(history.Path);
        using (var context = _data.Open())
            Assert.DoesNotContain(context.NotableSheets.Select(s => s.Basis).ToList(), b => b == "other rules");
    }

    [Fact]
    public void A_release_whose_tag_is_gone_leaves_nothing()
    {
        using var history = History();
        _data.Ingest(history.Path);
        history.RemoveTag("v2.6.13").RemoveTag("v2.6.13-rc1");
        _data.Ingest(history.Path);
        // In the making again, all of it being its window: one sheet.
        Assert.Equal(1, Sheets());
    }

    private int Sheets()
    {
        using var context = _data.Open();
        return context.NotableSheets.Count();
    }

    /// <summary>Puts another line into every sheet, so that it shows whether one was used.</summary>
    private void Forge()
    {
        using var context = TrackerDatabase.OpenWriter(_data.Database);
        foreach (var sheet in context.NotableSheets.AsTracking().ToList())
        {
            using var packed = new BrotliStream(new MemoryStream(sheet.Lines), CompressionMode.Decompress);
            var line = JsonNode.Parse(packed)!.AsArray()[0]!.DeepClone();
            line["Detail"] = Kept;
            using var forged = new MemoryStream();
            using (var compressed = new BrotliStream(forged, CompressionLevel.Fastest))
                compressed.Write(Encoding.UTF8.GetBytes(new JsonArray(line).ToJsonString()));
            sheet.Lines = forged.ToArray();
        }
        context.SaveChanges();
    }

    private async Task<NotableList> ListAsync(string version, bool window, string? since = null)
    {
        Assert.True(KernelVersion.TryParse(version, out var release));
        var cancel = TestContext.Current.CancellationToken;
        var readers = new Readers(_data);
        Moment? moment = null;
        Assert.True(since is null || Moment.TryParse(since, out moment));
        var ranges = new RangeQueries(readers);
        var answer = window ? await ranges.WindowAsync(release, null, null, cancel) : await ranges.FindAsync(release, null, moment, cancel);
        return await new NotableQueries(readers).OfRangeAsync(answer.Range!, cancel);
    }

    private sealed class Readers(IngestedHistory data) : IDbContextFactory<TrackerContext>
    {
        public TrackerContext CreateDbContext() => data.Open();
    }
}
