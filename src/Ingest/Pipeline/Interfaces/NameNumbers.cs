using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel.Interfaces;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>The numbers of names.</summary>
internal sealed class NameNumbers
{
    private readonly Dictionary<(InterfaceKind Kind, string Name), int> _numbers;
    private readonly List<InterfaceName> _new = [];
    private int _next;

    private NameNumbers(TrackerContext context)
    {
        _numbers = context.InterfaceNames.Select(n => new { n.Id, n.Kind, n.Name }).AsEnumerable().ToDictionary(n => (n.Kind, n.Name), n => n.Id);
        _next = _numbers.Values.DefaultIfEmpty().Max() + 1;
    }

    /// <summary>Reads what the database has.</summary>
    public static NameNumbers Load(TrackerContext context) => new(context);

    /// <summary>The number of a name.</summary>
    public int Of(InterfaceFact fact)
    {
        if (_numbers.TryGetValue((fact.Kind, fact.Name), out var id))
            return id;
        id = _next++;
        _numbers.Add((fact.Kind, fact.Name), id);
        _new.Add(new InterfaceName { Id = id, Kind = fact.Kind, Name = fact.Name });
        return id;
    }

    /// <summary>Writes the new ones, in the caller's transaction.</summary>
    public void Write(TrackerContext context)
    {
        using (var table = BulkTable.Insert<InterfaceName>(context))
            _new.ForEach(table.Write);
        _new.Clear();
    }
}
