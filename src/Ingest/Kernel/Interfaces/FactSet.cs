using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Gathers the facts of one file: each kind and name once, as it stands first.</summary>
internal sealed class FactSet
{
    /// <summary>Longer names are no names: damage, or a macro that pastes a whole text.</summary>
    private const int MaxName = 200;

    private const int MaxText = 300;

    private readonly Dictionary<(InterfaceKind, string), string> _facts = [];

    /// <summary>Adds a fact, unless its name has no or too many characters, or is there already.</summary>
    public void Add(InterfaceKind kind, string name, string text = "")
    {
        if (name.Length is > 0 and <= MaxName)
            _facts.TryAdd((kind, name), text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, MaxText - 1), "…"));
    }

    /// <summary>Whether a name is there.</summary>
    public bool Has(InterfaceKind kind, string name) => _facts.ContainsKey((kind, name));

    /// <summary>The facts in their order.</summary>
    public InterfaceFact[] ToArray()
    {
        if (_facts.Count == 0)
            return [];
        var facts = new InterfaceFact[_facts.Count];
        var i = 0;
        foreach (var ((kind, name), text) in _facts)
            facts[i++] = new InterfaceFact(kind, name, text);
        Array.Sort(facts, InterfaceFact.Compare);
        return facts;
    }
}
