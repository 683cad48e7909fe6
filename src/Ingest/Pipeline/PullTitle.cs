using System.Collections.Frozen;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>The title of a pull whose message has no words of its own, as was usual before 2011: what its changesets are about.</summary>
internal static class PullTitle
{
    /// <summary>Branch names that say nothing about what is on the branch.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        [
            "master", "main", "HEAD", "merge", "release", "linus", "for-linus", "for_linus", "forlinus", "to-linus", "upstream-linus", "linux-linus", "upstream",
            "next", "linux-next", "for-next", "for-upstream", "devel", "fixes", "hotfixes", "upstream-fixes", "fixes-for-linus", "for-linus-fixes",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>"Scheduler fixes (sched-fixes-for-linus)", "Media updates".</summary>
    /// <param name="verdict">What most of its changesets are about.</param>
    /// <param name="refName">The branch pulled; null for none.</param>
    public static string Of(AreaVerdict verdict, string? refName)
    {
        var kind = refName?.Contains("fix", StringComparison.OrdinalIgnoreCase) == true ? "fixes" : "updates";
        var title = $"{verdict.Part ?? verdict.Area.Title()} {kind}";
        return refName is null || Plain.Contains(refName) ? title : $"{title} ({refName})";
    }
}
