using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// The numbers of names that many rows share: identities, paths, parts of areas. New ones are numbered in the order in
/// which they first appear, and are handed to the writer with the batch that uses them.
/// </summary>
internal sealed class Interning
{
    private readonly Dictionary<(string Name, string Email), int> _identities;
    private readonly Dictionary<string, int> _paths;
    private readonly Dictionary<(Area Area, string Name), int> _parts;

    private Interning(TrackerContext context)
    {
        _identities = context.Identities.Select(i => new { i.Id, i.Name, i.Email }).AsEnumerable().ToDictionary(i => (i.Name, i.Email), i => i.Id);
        _paths = context.Paths.ToDictionary(p => p.Name, p => p.Id, StringComparer.Ordinal);
        _parts = context.AreaParts.ToDictionary(p => (p.Area, p.Name), p => p.Id);
    }

    /// <summary>Identities not yet in the database.</summary>
    public List<Identity> NewIdentities { get; } = [];

    /// <summary>Paths not yet in the database.</summary>
    public List<TreePath> NewPaths { get; } = [];

    /// <summary>Parts of areas not yet in the database.</summary>
    public List<AreaPart> NewParts { get; } = [];

    /// <summary>Reads what the database has.</summary>
    public static Interning Load(TrackerContext context) => new(context);

    /// <summary>The number of a name and address.</summary>
    public int Identity(string name, string email)
    {
        if (_identities.TryGetValue((name, email), out var id))
            return id;
        id = _identities.Count + 1;
        _identities.Add((name, email), id);
        NewIdentities.Add(new Identity { Id = id, Name = name, Email = email, DeveloperId = id });
        return id;
    }

    /// <summary>The number of a path.</summary>
    public int Path(string path)
    {
        if (_paths.TryGetValue(path, out var id))
            return id;
        id = _paths.Count + 1;
        _paths.Add(path, id);
        NewPaths.Add(new TreePath { Id = id, Name = path });
        return id;
    }

    /// <summary>The number of a part of an area; null for none.</summary>
    public int? Part(Area area, string? name)
    {
        if (name is null)
            return null;
        if (_parts.TryGetValue((area, name), out var id))
            return id;
        id = _parts.Count + 1;
        _parts.Add((area, name), id);
        NewParts.Add(new AreaPart { Id = id, Area = area, Name = name });
        return id;
    }

    /// <summary>Forgets what is new, once it is written.</summary>
    public void Written()
    {
        NewIdentities.Clear();
        NewPaths.Clear();
        NewParts.Clear();
    }
}
