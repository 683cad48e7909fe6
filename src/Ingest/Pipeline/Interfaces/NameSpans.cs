using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>The names of the release last read, by file, and what the next one changes in them.</summary>
internal sealed class NameSpans
{
    private readonly Dictionary<int, List<InterfaceSpan>> _byPath = [];
    private readonly List<InterfaceSpan> _opened = [];
    private readonly List<InterfaceSpan> _ended = [];
    private int _nextId;

    private NameSpans(TrackerContext context)
    {
        _nextId = (context.InterfaceSpans.Max(s => (int?)s.Id) ?? 0) + 1;
        foreach (var span in context.InterfaceSpans.AsNoTracking().Where(s => s.EndReleaseId == null).OrderBy(s => s.Id))
            Rows(span.PathId).Add(span);
    }

    /// <summary>Reads what the database has.</summary>
    public static NameSpans Load(TrackerContext context) => new(context);

    /// <summary>Sets what a file has as of a release: what it has no longer, or with another text, ends; what is new begins.</summary>
    public void Set(int pathId, IReadOnlyList<InterfaceFact> facts, NameNumbers names, int releaseId, bool isInitial)
    {
        if (facts.Count == 0 && !_byPath.ContainsKey(pathId))
            return;
        var before = Rows(pathId).ToDictionary(s => s.NameId);
        var after = new List<InterfaceSpan>(facts.Count);
        foreach (var fact in facts)
        {
            var nameId = names.Of(fact);
            if (before.TryGetValue(nameId, out var span) && span.Text == fact.Text)
            {
                before.Remove(nameId);
            }
            else
            {
                span = new InterfaceSpan { Id = _nextId++, NameId = nameId, PathId = pathId, Text = fact.Text, FirstReleaseId = releaseId, IsInitial = isInitial };
                _opened.Add(span);
            }
            after.Add(span);
        }
        foreach (var span in before.Values)
        {
            span.EndReleaseId = releaseId;
            _ended.Add(span);
        }
        if (after.Count > 0)
            _byPath[pathId] = after;
        else
            _byPath.Remove(pathId);
    }

    /// <summary>Writes the changes, in the caller's transaction.</summary>
    public void Write(TrackerContext context)
    {
        using (var update = BulkTable.Update<InterfaceSpan>(context, nameof(InterfaceSpan.EndReleaseId)))
            _ended.ForEach(update.Write);
        using (var insert = BulkTable.Insert<InterfaceSpan>(context))
            _opened.ForEach(insert.Write);
        _opened.Clear();
        _ended.Clear();
    }

    private List<InterfaceSpan> Rows(int pathId)
    {
        if (!_byPath.TryGetValue(pathId, out var rows))
            _byPath.Add(pathId, rows = []);
        return rows;
    }
}
