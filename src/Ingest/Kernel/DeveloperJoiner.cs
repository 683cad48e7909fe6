namespace KernelTracker.Ingest.Kernel;

/// <summary>An identity and how much it is used.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">The name as it stands in commits.</param>
/// <param name="Email">The address as it stands in commits.</param>
/// <param name="Changesets">Changesets it authored; decides which spelling is shown.</param>
internal readonly record struct IdentityUse(int Id, string Name, string Email, int Changesets);

/// <summary>A person: one or more identities.</summary>
/// <param name="Id">The lowest identity number of the group.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Email">The address used most.</param>
/// <param name="IdentityIds">All identities of the group, rising.</param>
internal sealed record JoinedDeveloper(int Id, string Name, string Email, IReadOnlyList<int> IdentityIds);

/// <summary>Joins identities to people by address or exact name, ignoring case; placeholders join nobody.</summary>
internal static class DeveloperJoiner
{
    /// <summary>Joins; the result does not depend on the order of the identities. Developers come in order of their number.</summary>
    /// <exception cref="ArgumentException">Two identities have the same number.</exception>
    public static IReadOnlyList<JoinedDeveloper> Join(IReadOnlyList<IdentityUse> identities, Mailmap mailmap)
    {
        var ordered = identities.OrderBy(i => i.Id).ToArray();
        for (var i = 1; i < ordered.Length; i++)
            if (ordered[i].Id == ordered[i - 1].Id)
                throw new ArgumentException($"Two identities have number {ordered[i].Id}.", nameof(identities));

        var parent = Enumerable.Range(0, ordered.Length).ToArray();
        var shown = ordered.Select(i => mailmap.Resolve(i.Name.Trim(), i.Email.Trim())).ToArray();
        bool HasAddress(int i) => PlaceholderIdentities.IdentifiesAddress(shown[i].Email) && !PlaceholderIdentities.IsMistaken(shown[i].Name, shown[i].Email);
        bool HasName(int i) => PlaceholderIdentities.Identifies(shown[i].Name);

        // Authors decide who is who. Somebody who is only mentioned follows the author with the same address, or else
        // name, and never makes one person of two: what people type into trailers is too often one name with another's address.
        var authors = JoinAmong(Enumerable.Range(0, ordered.Length).Where(i => ordered[i].Changesets > 0));
        var others = new List<int>();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Changesets > 0)
                continue;
            if ((HasAddress(i) && authors.ByEmail.TryGetValue(shown[i].Email, out var author)) || (HasName(i) && authors.ByName.TryGetValue(shown[i].Name, out author)))
                Union(parent, author, i);
            else
                others.Add(i);
        }
        JoinAmong(others);

        (Dictionary<string, int> ByEmail, Dictionary<string, int> ByName) JoinAmong(IEnumerable<int> indices)
        {
            var byEmail = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var i in indices)
            {
                if (HasAddress(i) && !byEmail.TryAdd(shown[i].Email, i))
                    Union(parent, byEmail[shown[i].Email], i);
                if (HasName(i) && !byName.TryAdd(shown[i].Name, i))
                    Union(parent, byName[shown[i].Name], i);
            }
            return (byEmail, byName);
        }

        return [.. Enumerable.Range(0, ordered.Length).GroupBy(i => Find(parent, i)).OrderBy(g => g.Key).Select(g => new JoinedDeveloper(
            ordered[g.Key].Id,
            MostUsed(g, i => shown[i].Name, ordered),
            MostUsed(g, i => shown[i].Email, ordered),
            [.. g.Select(i => ordered[i].Id)]))];
    }

    private static string MostUsed(IEnumerable<int> group, Func<int, string> text, IdentityUse[] identities) =>
        group.GroupBy(text, StringComparer.Ordinal)
            .OrderBy(g => g.Key.Length == 0)
            .ThenByDescending(g => g.Sum(i => (long)identities[i].Changesets))
            .ThenBy(g => g.Min())
            .First().Key;

    private static int Find(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }

    /// <summary>The lower index becomes the root, so a group's root is its lowest identity.</summary>
    private static void Union(int[] parent, int a, int b)
    {
        (a, b) = (Find(parent, a), Find(parent, b));
        if (a != b)
            parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
