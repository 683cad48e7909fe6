using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What went from tree to tree, below each tree what it took from others.</summary>
public sealed partial class FlowTable
{
    private Dictionary<(string Origin, string Through), int> _ways = [];

    private Dictionary<string, int> _origins = [];

    /// <summary>The flow.</summary>
    [Parameter, EditorRequired]
    public required FlowReport Flow { get; set; }

    private List<(FlowLine Line, int Depth)> Rows { get; } = [];

    protected override void OnParametersSet()
    {
        _ways = Flow.Ways.GroupBy(w => (w.Origin.Name, w.Through.Name)).ToDictionary(g => g.Key, g => g.Sum(w => w.Changesets));
        _origins = Flow.Ways.GroupBy(w => w.Origin.Name).ToDictionary(g => g.Key, g => g.Sum(w => w.Changesets));
        var into = Flow.Lines.Where(l => l.Into is not null).ToLookup(l => l.Into!.Name);
        Rows.Clear();
        // A tree that was pulled in many ways still has what it took from others listed once.
        var told = new HashSet<string>();
        foreach (var line in Flow.Lines.Where(l => l.Into is null))
            Add(line, 0);

        void Add(FlowLine line, int depth)
        {
            Rows.Add((line, depth));
            if (!told.Add(line.Source.Name))
                return;
            foreach (var inner in into[line.Source.Name])
                Add(inner, depth + 1);
        }
    }

    /// <summary>The list of changesets that has exactly as many as a line's own; null where lists cannot tell the ways apart.</summary>
    private string? Evidence(FlowLine line)
    {
        var (origin, through) = (line.Source.Name, (line.Into ?? line.Source).Name);
        return line.Own == 0 ? null
            : _ways.GetValueOrDefault((origin, through)) == line.Own ? Links.Changesets(Flow.Range, new ChangesetFilter { Tree = through, Origin = origin })
            : _origins.GetValueOrDefault(origin) == line.Own ? Links.Changesets(Flow.Range, new ChangesetFilter { Origin = origin })
            : null;
    }
}
