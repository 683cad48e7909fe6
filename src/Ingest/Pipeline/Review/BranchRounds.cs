using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>
/// Finds candidates at the tips of a review tree's branches (linux-3.16.y, also with a prefix): the commits since the
/// series' last release, with "Linux 3.16.5-rc1" among them. Queues are imported as a chain, so first parents are all.
/// </summary>
internal sealed partial class BranchRounds(ObjectReader objects, IReadOnlySet<ObjectId> released)
{
    /// <summary>The newest candidate of each series.</summary>
    /// <exception cref="GitObjectException">A commit is missing or corrupt.</exception>
    /// <exception cref="GitFormatException">A commit is malformed.</exception>
    public IReadOnlyList<ReadRound> Read(IReadOnlyList<GitBranch> branches)
    {
        var rounds = new Dictionary<KernelVersion, ReadRound>();
        var seen = new HashSet<ObjectId>();
        foreach (var branch in branches)
        {
            if (SeriesOf(branch) is not { } series || !seen.Add(branch.Tip) || Read(branch.Tip, series) is not { } round)
                continue;
            if (!rounds.TryGetValue(series, out var known) || known.Version < round.Version)
                rounds[series] = round;
        }
        return [.. rounds.Values];
    }

    /// <summary>The branches whose tips tell the state of a review tree.</summary>
    public static IEnumerable<GitBranch> Relevant(IReadOnlyList<GitBranch> branches) => branches.Where(b => SeriesOf(b) is not null);

    private static KernelVersion? SeriesOf(GitBranch branch) =>
        Form().Match(branch.Name) is { Success: true } match && KernelVersion.TryParse(match.Groups["series"].Value, out var series) ? series : null;

    private ReadRound? Read(ObjectId tip, KernelVersion series)
    {
        var patches = new List<ReadPatch>();
        (StableVersion Version, CommitObject Commit)? candidate = null;
        for (var id = (ObjectId?)tip; id is { } at && !released.Contains(at);)
        {
            if (!objects.TryRead(at, GitObjectKind.Commit, out var raw))
                throw new GitObjectException(at, $"Cannot read commit {at}: {objects.LastError}.");
            var commit = CommitParser.Parse(raw);
            var message = CommitMessageParser.Parse(commit.Message);
            var version = Version(message.Subject);
            // A release ends the walk even where its tag is not known.
            if (IsRelease(message.Subject))
                break;
            if (version is { Candidate: not null } rc && rc.Series == series)
                candidate ??= (rc, commit);
            else if (commit.Parents.Count < 2)
                patches.Add(new ReadPatch(message.Subject, commit.Author.Name, UpstreamLines.Read(message), IsMissing: false));
            id = commit.Parents.Count > 0 ? commit.Parents[0] : null;
        }
        if (candidate is not { } found)
            return null;
        patches.Reverse();
        var announcement = ReviewAnnouncement.Read(found.Commit.Message);
        return new ReadRound(found.Version, ReviewSource.Branch, Moment(found.Commit.Committer), announcement.Due, patches);
    }

    /// <summary>When a commit was made, by the committer's clock.</summary>
    public static DateTimeOffset Moment(GitSignature committer) =>
        DateTimeOffset.FromUnixTimeSeconds(committer.Time).ToOffset(TimeSpan.FromMinutes(committer.OffsetMinutes));

    private static StableVersion? Version(string subject) =>
        subject.StartsWith(Bump, StringComparison.Ordinal) && StableVersion.TryParse(subject[Bump.Length..], out var version) ? version : null;

    private static bool IsRelease(string subject) =>
        Version(subject) is { Candidate: null }
        || (subject.StartsWith(Bump, StringComparison.Ordinal) && KernelVersion.TryParse(subject[Bump.Length..], out _));

    private const string Bump = "Linux ";

    [GeneratedRegex(@"(^|/)linux-(?<series>[0-9]{1,3}(\.[0-9]{1,3}){1,2})\.y$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
