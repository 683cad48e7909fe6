using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Interfaces;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>
/// Tells what a changeset did to names, over all of its files: what moves from one of them to another is still there.
/// </summary>
internal sealed class ChangesetComparison
{
    /// <summary>With more names, a file's are gone through instead of each name looked up among them.</summary>
    private const int FewNames = 16;

    private readonly List<(string Path, InterfaceFact[] Before, InterfaceFact[] After)> _files = [];

    /// <summary>Adds a file that the changeset touched.</summary>
    public void Add(string path, InterfaceFact[] before, InterfaceFact[] after)
    {
        if (before.Length > 0 || after.Length > 0)
            _files.Add((path, before, after));
    }

    /// <summary>What was done, by kind and name.</summary>
    public List<NameChange> Compare()
    {
        var names = new SortedDictionary<InterfaceFact, NameState>(NameOrder.Instance);
        foreach (var (_, before, after) in _files)
            Differences(before, after, fact => names.TryAdd(fact, new NameState()));
        if (names.Count == 0)
            return [];
        foreach (var (path, before, after) in _files)
        {
            Note(names, before, (state, fact) => state.Before.Add((path, fact)));
            Note(names, after, (state, fact) => state.After.Add((path, fact)));
        }
        var changes = new List<NameChange>();
        foreach (var state in names.Values)
        {
            if (state.Change() is { } change)
                changes.Add(change);
        }
        return changes;
    }

    /// <summary>The names that a file has before or after only, or with another text.</summary>
    private static void Differences(InterfaceFact[] before, InterfaceFact[] after, Action<InterfaceFact> differs)
    {
        if (ReferenceEquals(before, after))
            return;
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var order = i == before.Length ? 1 : j == after.Length ? -1
                : ReferenceEquals(before[i], after[j]) ? 0 : InterfaceFact.Compare(before[i], after[j]);
            if (order != 0)
                differs(order < 0 ? before[i] : after[j]);
            else if (before[i].Text != after[j].Text)
                differs(after[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private static void Note(SortedDictionary<InterfaceFact, NameState> names, InterfaceFact[] facts, Action<NameState, InterfaceFact> note)
    {
        if (names.Count <= FewNames)
        {
            foreach (var (name, state) in names)
            {
                if (Array.BinarySearch(facts, name) is var at and >= 0)
                    note(state, facts[at]);
            }
            return;
        }
        foreach (var fact in facts)
        {
            if (names.TryGetValue(fact, out var state))
                note(state, fact);
        }
    }

    /// <summary>Where a name stands before and after.</summary>
    private sealed class NameState
    {
        public List<(string Path, InterfaceFact Fact)> Before { get; } = [];

        public List<(string Path, InterfaceFact Fact)> After { get; } = [];

        public NameChange? Change()
        {
            if (Before.Count == 0)
                return new NameChange(InterfaceChangeKind.Added, After[0].Fact, After[0].Path);
            if (After.Count == 0)
                return new NameChange(InterfaceChangeKind.Removed, Before[0].Fact, Before[0].Path);
            foreach (var (path, fact) in After)
            {
                if (!Before.Exists(b => b.Fact.Text == fact.Text))
                    return new NameChange(InterfaceChangeKind.Changed, fact, path);
            }
            return null;
        }
    }

    private sealed class NameOrder : IComparer<InterfaceFact>
    {
        public static NameOrder Instance { get; } = new();

        public int Compare(InterfaceFact? x, InterfaceFact? y) => InterfaceFact.Compare(x!, y!);
    }
}
