using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>
/// Finds updates in preparation in a stable-queue tree: queue-3.16/ holds a quilt series and its patches, review-3.16/ the
/// same once the review is announced, with the announcement where it is kept; releases/ holds what is out.
/// </summary>
/// <param name="objects">Reads the repository.</param>
/// <param name="newest">The newest update of each series that the stable trees have.</param>
internal sealed partial class QueueRounds(ObjectReader objects, IReadOnlyDictionary<KernelVersion, int> newest)
{
    /// <summary>Whether a tree holds queues.</summary>
    /// <exception cref="GitObjectException">The commit or its tree is missing or corrupt.</exception>
    /// <exception cref="GitFormatException">The commit or its tree is malformed.</exception>
    public bool HasQueues(ObjectId tip) => Folders(Tree(tip)).Any();

    /// <summary>The updates in preparation as of a commit. A queue without patches is none.</summary>
    /// <exception cref="GitObjectException">An object is missing or corrupt.</exception>
    /// <exception cref="GitFormatException">An object is malformed.</exception>
    public IReadOnlyList<ReadRound> Read(ObjectId tip, CancellationToken cancel)
    {
        var root = Tree(tip);
        var released = Released(root);
        var folders = Folders(root).DistinctBy(f => f.Name).Select(f => (f.Name, f.Series, f.Source, f.Id, Patches: Patches(f.Id))).Where(f => f.Patches.Count > 0).ToList();
        var since = LastChanges(tip, folders.ToDictionary(f => f.Name, f => f.Id), cancel);
        var rounds = new List<ReadRound>();
        foreach (var (name, series, source, id, patches) in folders)
        {
            var announcement = source == ReviewSource.Announced ? Announcement(id) : new ReviewAnnouncement(null, null);
            var next = Math.Max(newest.GetValueOrDefault(series), released.GetValueOrDefault(series)) + 1;
            var version = announcement.Version is { } stated && stated.Series == series ? stated : new StableVersion(series, next, null);
            rounds.Add(new ReadRound(version, source, since[name], announcement.Due, patches));
        }
        return rounds;
    }

    private ObjectId Tree(ObjectId commit) =>
        objects.TryRead(commit, GitObjectKind.Commit, out var raw)
            ? CommitParser.ParseHeader(raw).Tree
            : throw new GitObjectException(commit, $"Cannot read commit {commit}: {objects.LastError}.");

    private IEnumerable<(string Name, KernelVersion Series, ReviewSource Source, ObjectId Id)> Folders(ObjectId root) =>
        from entry in TreeLookup.List(objects, root)
        where entry.IsFolder
        let match = Folder().Match(entry.Name)
        where match.Success && KernelVersion.TryParse(match.Groups["series"].Value, out _)
        let series = KernelVersion.TryParse(match.Groups["series"].Value, out var version) ? version : default
        select (entry.Name, series, match.Groups["kind"].Value == "queue" ? ReviewSource.Queue : ReviewSource.Announced, entry.Id);

    /// <summary>The newest update of each series in releases/: the queue's own tree may be ahead of the stable trees.</summary>
    private Dictionary<KernelVersion, int> Released(ObjectId root)
    {
        var numbers = new Dictionary<KernelVersion, int>();
        if (TreeLookup.Find(objects, root, "releases") is not { } folder || !objects.TryRead(folder, GitObjectKind.Tree, out _))
            return numbers;
        foreach (var (name, _, _) in TreeLookup.List(objects, folder))
            if (StableVersion.TryParse(name, out var version) && version.Candidate is null && numbers.GetValueOrDefault(version.Series) < version.Number)
                numbers[version.Series] = version.Number;
        return numbers;
    }

    private List<ReadPatch> Patches(ObjectId folder) =>
        TreeLookup.Find(objects, folder, "series") is { } series && Text(series) is { } text
            ? [.. SeriesFile.Read(text).Select(name => Patch(folder, name))]
            : [];

    private ReadPatch Patch(ObjectId folder, string name)
    {
        if (TreeLookup.FindPath(objects, folder, name) is not { } file || Text(file) is not { } text || PatchHeader.Read(text) is not { } header)
            return ReadPatch.Missing(name);
        return new ReadPatch(header.Message.Subject, header.Author, UpstreamLines.Read(header.Message), IsMissing: false);
    }

    private ReviewAnnouncement Announcement(ObjectId folder)
    {
        foreach (var (name, isFolder, id) in TreeLookup.List(objects, folder))
            if (!isFolder && Mail().IsMatch(name) && Text(id) is { } text && ReviewAnnouncement.Read(text) is { } found && found != new ReviewAnnouncement(null, null))
                return found;
        return new ReviewAnnouncement(null, null);
    }

    private string? Text(ObjectId blob)
    {
        if (!objects.TryRead(blob, GitObjectKind.Blob, out var bytes))
            return null;
        // Old patches are in Latin-1; which lines were guessed is of no interest here.
        var guessed = false;
        return GitText.Decode(bytes, null, ref guessed);
    }

    /// <summary>When each folder became what it is, along first parents: the commit before had another, or none.</summary>
    private Dictionary<string, DateTimeOffset> LastChanges(ObjectId tip, Dictionary<string, ObjectId> folders, CancellationToken cancel)
    {
        var changed = new Dictionary<string, DateTimeOffset>();
        var wanted = new Dictionary<string, ObjectId>(folders);
        var since = default(DateTimeOffset);
        for (var at = (ObjectId?)tip; at is { } id && wanted.Count > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            if (!objects.TryRead(id, GitObjectKind.Commit, out var raw))
                break; // A shallow clone ends here: they are at least that old.
            var commit = CommitParser.Parse(raw);
            var entries = TreeLookup.List(objects, commit.Tree).ToLookup(e => e.Name, e => e.Id, StringComparer.Ordinal);
            foreach (var (name, tree) in wanted.ToList())
            {
                if (entries[name].Contains(tree))
                    continue;
                changed.Add(name, since);
                wanted.Remove(name);
            }
            since = BranchRounds.Moment(commit.Committer);
            at = commit.Parents.Count > 0 ? commit.Parents[0] : null;
        }
        foreach (var name in wanted.Keys)
            changed.Add(name, since);
        return changed;
    }

    [GeneratedRegex(@"^(?<kind>queue|review)-(?<series>[0-9]{1,3}(\.[0-9]{1,3}){1,2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    [GeneratedRegex(@"^(mbox|.*\.(mbox|mail|eml|txt))$|announce", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
