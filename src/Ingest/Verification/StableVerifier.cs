using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Verification;

/// <summary>Recounts the updates of a stable tree by the git program, from the tags of its repository.</summary>
internal sealed class StableVerifier(TrackerContext context, string treeName, GitRepository repository)
{
    private readonly List<string> _differences = [];
    private int _compared;

    /// <summary>Recounts every update whose tag in this tree counts.</summary>
    public VerifyResult Run(CancellationToken cancel)
    {
        var tree = context.TrackedTrees.SingleOrDefault(t => t.Name == treeName && t.Kind == TreeKind.Stable);
        if (tree is null)
            return new VerifyResult(0, [$"{treeName}: the database has no data of this tree."], false);
        var git = GitProgram.Find(repository.Path);
        var tags = repository.Tags().Where(t => t.CommitId is not null).ToDictionary(t => t.Name, t => t.CommitId!.Value);
        var updates = context.StableUpdates.AsNoTracking().OrderBy(u => u.SeriesId).ThenBy(u => u.Number).ToList();
        var names = updates.Select(u => u.Version).ToHashSet();
        foreach (var missing in tags.Keys.Where(t => StableVersion.TryParse(t, out var v) && v.Candidate is null && !names.Contains(v.ToString())).Order(StringComparer.Ordinal))
            _differences.Add($"{missing}: tagged in git, but not in the database.");
        var rows = context.StableChangesets.GroupBy(c => new { c.SeriesId, c.Number }).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
        foreach (var update in updates.Where(u => u.TrackedTreeId == tree.Id))
        {
            cancel.ThrowIfCancellationRequested();
            var top = Sha(update.CommitId);
            Compare($"{update.Version}: the tagged commit", (ObjectId?)top, tags.TryGetValue(update.Version, out var tagged) || tags.TryGetValue(update.Version[1..], out tagged) ? tagged : null);
            Compare($"{update.Version}: changeset rows", update.Changesets ?? 0, rows.GetValueOrDefault(new { update.SeriesId, update.Number }));
            if (git is null || update.PreviousNumber is null)
                continue;
            var counted = git.Count(Sha(Previous(update, updates)), top, noMerges: true);
            Compare($"{update.Version}: changesets (git rev-list, the version bump not counted)", update.Changesets, counted - (update.BumpCommitId is null ? 0 : 1));
        }
        return new VerifyResult(_compared, _differences, git is not null);
    }

    private int Previous(StableUpdate update, List<StableUpdate> updates) => update.PreviousNumber == 0
        ? context.StableSeries.Where(s => s.Id == update.SeriesId).Select(s => s.BaseCommitId!.Value).Single()
        : updates.Single(u => u.SeriesId == update.SeriesId && u.Number == update.PreviousNumber).CommitId;

    private ObjectId Sha(int commitId) => new(context.Commits.Where(c => c.Id == commitId).Select(c => c.Sha).Single());

    private void Compare<T>(string what, T stored, T counted)
    {
        _compared++;
        if (!EqualityComparer<T>.Default.Equals(stored, counted))
            _differences.Add($"{what}: the database says {stored?.ToString() ?? "nothing"}, git says {counted?.ToString() ?? "nothing"}.");
    }
}
