using KernelTracker.Data.Model;
using KernelTracker.Ingest.Pipeline;

namespace KernelTracker.Ingest.Tests.Pipeline;

/// <summary>Draws small commit graphs: "a", "b a", "m b x" – a name and its parents.</summary>
internal sealed class Graphs
{
    private readonly Dictionary<string, int> _nodes = [];

    private Graphs(CommitGraph graph) => Graph = graph;

    public CommitGraph Graph { get; }

    public int this[string name] => _nodes[name];

    public static Graphs Draw(params string[] lines)
    {
        var drawn = new Graphs(new CommitGraph());
        foreach (var line in lines)
        {
            var names = line.Split(' ');
            var id = new byte[ObjectId.Size];
            BitConverter.TryWriteBytes(id, drawn._nodes.Count + 1);
            drawn._nodes.Add(names[0], drawn.Graph.Add(new ObjectId(id), [.. names[1..].Select(n => drawn._nodes[n])]));
        }
        return drawn;
    }

    /// <summary>Names of the nodes for which a value holds, in order of drawing.</summary>
    public string Where(Func<int, bool> holds) => string.Join(' ', _nodes.Where(n => holds(n.Value)).Select(n => n.Key));

    public ReleasePoint Release(string version, string node, bool tagged = true, params (int Number, string Node)[] candidates) =>
        new(KernelVersion.TryParse(version, out var v) ? v : throw new ArgumentException(version), this[node], tagged,
            [.. candidates.Select(c => new CandidatePoint(c.Number, this[c.Node]))]);
}
