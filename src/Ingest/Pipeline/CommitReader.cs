using System.Diagnostics.CodeAnalysis;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Reads single commits from git. One per thread.</summary>
internal sealed class CommitReader(GitRepository repository, TimeProvider clock) : IDisposable
{
    /// <summary>The first Linux was released on 17 September 1991: no changeset is older.</summary>
    private const long FirstLinux = 685_065_600;

    private readonly ObjectReader _objects = repository.NewReader();

    /// <summary>Reads a commit and what it changed.</summary>
    /// <exception cref="GitRepositoryException">The commit object itself is missing or corrupt.</exception>
    public CommitFacts Read(ObjectId id)
    {
        var commit = ReadCommit(id);
        var message = CommitMessageParser.Parse(commit.Message);
        IReadOnlyList<RawChange> changes = [];
        string? problem = null;
        if (commit.Parents.Count < 2)
            TryReadChanges(commit, out changes, out problem);
        var verdict = AreaClassifier.Default.Classify([.. changes.Select(c => c.Path)], message.Subject);
        return new CommitFacts(id, commit, message, commit.Parents.Count < 2 ? RepairLines.Read(message) : [], changes, verdict, Marks(commit, problem), problem);
    }

    /// <summary>The changed paths of a changeset, in the order in which they are stored.</summary>
    /// <exception cref="GitRepositoryException">The commit object itself is missing or corrupt.</exception>
    public bool TryReadChanges(ObjectId id, out IReadOnlyList<RawChange> changes, [NotNullWhen(false)] out string? problem) =>
        TryReadChanges(ReadCommit(id), out changes, out problem);

    /// <summary>Counts the lines of one changed path.</summary>
    /// <exception cref="GitObjectException">A content is missing or corrupt.</exception>
    public LineCount CountLines(RawChange change) => new LineCounter(_objects).Count(change);

    /// <inheritdoc />
    public void Dispose() => _objects.Dispose();

    private CommitObject ReadCommit(ObjectId id) =>
        _objects.TryRead(id, GitObjectKind.Commit, out var raw)
            ? CommitParser.Parse(raw)
            : throw new GitRepositoryException($"Commit {id} cannot be read: {_objects.LastError ?? "it is missing"}. Check the repository with `git fsck`.");

    private bool TryReadChanges(CommitObject commit, out IReadOnlyList<RawChange> changes, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            ObjectId? before = null;
            // The boundary of a shallow clone has a parent that is not there: it is shown as if it added everything
            // it holds would be wrong, so its changes count as unknown.
            if (commit.Parents is [var parent, ..])
                before = ReadCommit(parent).Tree;
            changes = new RenameDetector(_objects).Detect(new TreeDiff(_objects).Compare(before, commit.Tree));
            problem = null;
            return true;
        }
        catch (Exception e) when (e is GitObjectException or GitRepositoryException)
        {
            changes = [];
            problem = e.Message;
            return false;
        }
    }

    private CommitMarks Marks(CommitObject commit, string? problem)
    {
        var marks = CommitMarks.None;
        if (commit.EncodingGuessed)
            marks |= CommitMarks.EncodingGuessed;
        if (commit.MessageCut)
            marks |= CommitMarks.MessageCut;
        if (problem is not null)
            marks |= CommitMarks.Unreadable;
        if (commit.Author.Name.Length == 0 || commit.Committer.Name.Length == 0)
            marks |= CommitMarks.EmptyName;
        if (IsImplausible(commit.Author.Time) || IsImplausible(commit.Committer.Time))
            marks |= CommitMarks.ImplausibleDate;
        return marks;
    }

    private bool IsImplausible(long time) =>
        time < FirstLinux || time > clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds();
}
