using System.Text;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Writes read commits in batches, each batch one transaction. They count on no page before they are published.</summary>
internal sealed class CommitWriter
{
    private readonly TrackerContext _context;
    private readonly Interning _interning;
    private readonly Dictionary<ObjectId, int> _ids;
    private readonly TreeEvents _events;
    private int _lastId;

    /// <param name="context">The database.</param>
    /// <param name="events">Where unreadable objects are noted.</param>
    /// <param name="known">Number of each commit that the database holds; new ones are added.</param>
    public CommitWriter(TrackerContext context, TreeEvents events, Dictionary<ObjectId, int> known)
    {
        _events = events;
        _context = context;
        _ids = known;
        _interning = Interning.Load(context);
        _lastId = known.Count == 0 ? 0 : known.Values.Max();
    }

    /// <summary>Writes a batch, whole or not at all.</summary>
    /// <param name="batch">Commits, parents before children.</param>
    /// <param name="alongside">More to write in the same transaction: the run's progress.</param>
    public void Write(IReadOnlyList<CommitFacts> batch, Action alongside)
    {
        using var transaction = _context.Database.BeginTransaction();
        using (var commits = BulkTable.Insert<Commit>(_context))
        using (var messages = BulkTable.Insert<CommitMessage>(_context))
        using (var parents = BulkTable.Insert<CommitParent>(_context))
        using (var trailers = BulkTable.Insert<Trailer>(_context))
        using (var changes = BulkTable.Insert<FileChange>(_context))
        using (var repairs = BulkTable.Insert<Repair>(_context))
        using (var search = SearchIndex.Open(_context))
        {
            foreach (var facts in batch)
            {
                var id = ++_lastId;
                _ids.Add(facts.Id, id);
                commits.Write(Row(facts, id));
                messages.Write(new CommitMessage { CommitId = id, Body = facts.Message.Body });
                WriteParents(parents, facts.Object, id);
                WriteTrailers(trailers, facts.Message.Trailers, id);
                RepairStage.Write(repairs, id, facts.Repairs);
                WriteChanges(changes, facts.Changes, id);
                if (facts.Problem is not null)
                    _events.Add("unreadable object", $"The changes of {facts.Id} cannot be read: {facts.Problem}");
                search.Insert(id, facts.Message.Subject, Text(facts.Message), People(facts), Paths(facts.Changes));
            }
        }
        WriteInterned();
        alongside();
        transaction.Commit();
    }

    private Commit Row(CommitFacts facts, int id)
    {
        var commit = facts.Object;
        var missingParent = commit.Parents.Any(p => !_ids.ContainsKey(p));
        return new Commit
        {
            Id = id,
            Sha = facts.Id.ToBytes(),
            ParentCount = commit.Parents.Count,
            IsMerge = commit.Parents.Count > 1,
            AuthorId = _interning.Identity(commit.Author.Name, commit.Author.Email),
            CommitterId = _interning.Identity(commit.Committer.Name, commit.Committer.Email),
            AuthorTime = commit.Author.Time,
            AuthorOffset = commit.Author.OffsetMinutes,
            CommitTime = commit.Committer.Time,
            CommitOffset = commit.Committer.OffsetMinutes,
            Subject = facts.Message.Subject,
            Marks = facts.Marks | (missingParent ? CommitMarks.MissingParent : CommitMarks.None),
            FilesChanged = facts.Changes.Count,
            AddedLines = commit.Parents.Count > 1 ? 0 : null,
            RemovedLines = commit.Parents.Count > 1 ? 0 : null,
            Area = facts.Verdict.Area,
            AreaPartId = _interning.Part(facts.Verdict.Area, facts.Verdict.Part),
        };
    }

    private void WriteParents(BulkTable<CommitParent> table, CommitObject commit, int id)
    {
        for (var i = 0; i < commit.Parents.Count; i++)
        {
            if (_ids.TryGetValue(commit.Parents[i], out var parent))
                table.Write(new CommitParent { CommitId = id, Ordinal = i, ParentId = parent });
        }
    }

    private void WriteTrailers(BulkTable<Trailer> table, IReadOnlyList<TrailerLine> trailers, int id)
    {
        for (var i = 0; i < trailers.Count; i++)
        {
            var line = trailers[i];
            int? person = line is { PersonName: not null } or { PersonEmail: not null }
                ? _interning.Identity(line.PersonName ?? "", line.PersonEmail ?? "")
                : null;
            table.Write(new Trailer { CommitId = id, Ordinal = i, Key = line.Key, Value = line.Value, IdentityId = person });
        }
    }

    private void WriteChanges(BulkTable<FileChange> table, IReadOnlyList<RawChange> changes, int id)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            table.Write(new FileChange
            {
                CommitId = id,
                Ordinal = i,
                PathId = _interning.Path(change.Path),
                OldPathId = change.OldPath is { } old ? _interning.Path(old) : null,
                Kind = change.Kind,
            });
        }
    }

    private void WriteInterned()
    {
        using var identities = BulkTable.Insert<Identity>(_context);
        using var paths = BulkTable.Insert<TreePath>(_context);
        using var parts = BulkTable.Insert<AreaPart>(_context);
        _interning.NewIdentities.ForEach(identities.Write);
        _interning.NewPaths.ForEach(paths.Write);
        _interning.NewParts.ForEach(parts.Write);
        _interning.Written();
    }

    /// <summary>The body with the trailers that name no person: links, fixed commits.</summary>
    private static string Text(ParsedMessage message) =>
        string.Join('\n', message.Trailers.Where(t => t is { PersonName: null, PersonEmail: null }).Select(t => t.Value).Prepend(message.Body));

    private static string People(CommitFacts facts)
    {
        var text = new StringBuilder();
        text.Append(facts.Object.Author.Name).Append(' ').Append(facts.Object.Author.Email).Append('\n')
            .Append(facts.Object.Committer.Name).Append(' ').Append(facts.Object.Committer.Email);
        foreach (var trailer in facts.Message.Trailers)
        {
            if (trailer.PersonName is not null || trailer.PersonEmail is not null)
                text.Append('\n').Append(trailer.PersonName).Append(' ').Append(trailer.PersonEmail);
        }
        return text.ToString();
    }

    private static string Paths(IReadOnlyList<RawChange> changes) =>
        string.Join('\n', changes.SelectMany(c => c.OldPath is null ? [c.Path] : new[] { c.Path, c.OldPath }));
}
