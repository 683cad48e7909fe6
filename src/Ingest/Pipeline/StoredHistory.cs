using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>What publishing needs of a stored commit; the attributed fields are changed in place.</summary>
internal sealed class StoredCommit
{
    public required int Id { get; init; }
    public required bool IsMerge { get; init; }
    public required int AuthorId { get; init; }
    public required int CommitterId { get; init; }
    public required long AuthorTime { get; init; }
    public required long CommitTime { get; init; }
    public required int CommitOffset { get; init; }
    public required CommitMarks Marks { get; init; }
    public required int? Added { get; init; }
    public required int? Removed { get; init; }
    public required Area Area { get; set; }
    public required int? AreaPartId { get; set; }
    public required int? SubsystemId { get; set; }
    public required int? EmployerId { get; set; }
    public required int? Position { get; set; }
    public required int? ReleaseId { get; set; }
    public required int? Candidate { get; set; }
    public required Arrival Arrival { get; set; }
    public required int? SourceTreeId { get; set; }
    public required int? OriginTreeId { get; set; }

    /// <summary>Whether its row has to be written.</summary>
    public bool IsChanged { get; set; }
}

/// <summary>The stored commits with their graph; the node of a commit is its index.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Commits">By node.</param>
internal sealed record StoredHistory(CommitGraph Graph, IReadOnlyList<StoredCommit> Commits)
{
    /// <summary>Reads every commit of the database.</summary>
    public static StoredHistory Load(TrackerContext context)
    {
        var total = context.Commits.Count();
        var graph = new CommitGraph(total);
        var commits = new List<StoredCommit>(total);
        var nodes = new Dictionary<int, int>(total);
        var edges = context.CommitParents.OrderBy(p => p.CommitId).ThenBy(p => p.Ordinal)
            .Select(p => new { p.CommitId, p.ParentId }).AsEnumerable().GetEnumerator();
        var more = edges.MoveNext();
        var parents = new List<int>();
        foreach (var (sha, commit) in Rows(context))
        {
            parents.Clear();
            for (; more && edges.Current.CommitId == commit.Id; more = edges.MoveNext())
                parents.Add(nodes[edges.Current.ParentId]);
            nodes.Add(commit.Id, graph.Add(new ObjectId(sha), parents.ToArray()));
            commits.Add(commit);
        }
        edges.Dispose();
        return new StoredHistory(graph, commits);
    }

    /// <summary>By node: whether <paramref name="tip"/> reaches it.</summary>
    public bool[] ReachedFrom(int tip)
    {
        var reached = new bool[Commits.Count];
        Graph.Walk(tip, node => !reached[node] && (reached[node] = true));
        return reached;
    }

    private static IEnumerable<(byte[] Sha, StoredCommit Commit)> Rows(TrackerContext context) =>
        context.Commits.OrderBy(c => c.Id)
            .Select(c => new ValueTuple<byte[], StoredCommit>(c.Sha, new StoredCommit
            {
                Id = c.Id,
                IsMerge = c.IsMerge,
                AuthorId = c.AuthorId,
                CommitterId = c.CommitterId,
                AuthorTime = c.AuthorTime,
                CommitTime = c.CommitTime,
                CommitOffset = c.CommitOffset,
                Marks = c.Marks,
                Added = c.AddedLines,
                Removed = c.RemovedLines,
                Area = c.Area,
                AreaPartId = c.AreaPartId,
                SubsystemId = c.SubsystemId,
                EmployerId = c.EmployerId,
                Position = c.Position,
                ReleaseId = c.ReleaseId,
                Candidate = c.Candidate,
                Arrival = c.Arrival,
                SourceTreeId = c.SourceTreeId,
                OriginTreeId = c.OriginTreeId,
            }))
            .AsEnumerable();
}
