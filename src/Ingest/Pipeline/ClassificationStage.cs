using KernelTracker.Data;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Goes through stored changesets with their paths, and sets their subsystem and, where the rules changed, their area.</summary>
internal sealed class ClassificationStage(TrackerContext context, Interning interning)
{
    /// <summary>Numbers between two commits that are rather read over than asked for apart.</summary>
    private const int LargestGap = 1000;

    private readonly Lazy<Dictionary<int, string>> _names = new(() => context.Paths.ToDictionary(p => p.Id, p => p.Name));

    /// <summary>Classifies some changesets.</summary>
    /// <param name="commits">Changesets to classify, in order of their number.</param>
    /// <param name="subsystems">How to find the subsystem of a changeset; null where there is no telling.</param>
    /// <param name="areasToo">Whether areas are judged again.</param>
    /// <param name="cancel">Stops it.</param>
    public void Run(IReadOnlyList<StoredCommit> commits, Func<StoredCommit, ReleaseSubsystems?> subsystems, bool areasToo, CancellationToken cancel)
    {
        for (var start = 0; start < commits.Count;)
        {
            var end = start + 1;
            while (end < commits.Count && commits[end].Id - commits[end - 1].Id <= LargestGap)
                end++;
            RunOver([.. commits.Skip(start).Take(end - start)], subsystems, areasToo, cancel);
            start = end;
        }
    }

    private void RunOver(List<StoredCommit> commits, Func<StoredCommit, ReleaseSubsystems?> subsystems, bool areasToo, CancellationToken cancel)
    {
        using var changes = Changes(commits[0].Id, commits[^1].Id).GetEnumerator();
        using var subjects = Subjects(commits[0].Id, commits[^1].Id).GetEnumerator();
        var more = changes.MoveNext();
        var paths = new List<string>();
        foreach (var commit in commits)
        {
            cancel.ThrowIfCancellationRequested();
            paths.Clear();
            for (; more && changes.Current.CommitId <= commit.Id; more = changes.MoveNext())
            {
                if (changes.Current.CommitId == commit.Id)
                    paths.Add(_names.Value[changes.Current.PathId]);
            }
            while (subjects.MoveNext() && subjects.Current.Id < commit.Id)
            {
                // Other commits in between.
            }
            Set(commit, paths, subjects.Current.Subject, subsystems(commit), areasToo);
        }
    }

    private void Set(StoredCommit commit, List<string> paths, string subject, ReleaseSubsystems? subsystems, bool areasToo)
    {
        var subsystem = subsystems?.Choose(paths, subject);
        var (area, part) = (commit.Area, commit.AreaPartId);
        if (areasToo)
        {
            var verdict = AreaClassifier.Default.Classify(paths, subject);
            (area, part) = (verdict.Area, interning.Part(verdict.Area, verdict.Part));
        }
        if (commit.SubsystemId == subsystem && commit.Area == area && commit.AreaPartId == part)
            return;
        (commit.SubsystemId, commit.Area, commit.AreaPartId) = (subsystem, area, part);
        commit.IsChanged = true;
    }

    private IEnumerable<(int CommitId, int PathId)> Changes(int first, int last) =>
        context.FileChanges.Where(f => f.CommitId >= first && f.CommitId <= last)
            .OrderBy(f => f.CommitId).ThenBy(f => f.Ordinal)
            .Select(f => new ValueTuple<int, int>(f.CommitId, f.PathId)).AsEnumerable();

    private IEnumerable<(int Id, string Subject)> Subjects(int first, int last) =>
        context.Commits.Where(c => c.Id >= first && c.Id <= last).OrderBy(c => c.Id)
            .Select(c => new ValueTuple<int, string>(c.Id, c.Subject)).AsEnumerable();
}
