using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The candidates of a release and what was new in each.</summary>
public sealed partial class CandidateTable
{
    /// <summary>The release; it has candidates.</summary>
    [Parameter, EditorRequired]
    public required ReleaseFigures Release { get; set; }

    private IEnumerable<(CandidateFigures Candidate, string Command)> Rows
    {
        get
        {
            var before = Release.Previous;
            foreach (var candidate in Release.Candidates)
            {
                yield return (candidate, $"git rev-list --no-merges --count {(before is null ? "" : before + "..")}{candidate.Version}");
                before = candidate.Version;
            }
        }
    }

    private static KernelVersion Parse(string version) =>
        KernelVersion.TryParse(version, out var parsed) ? parsed : throw new ArgumentException($"{version} is no candidate.", nameof(version));
}
