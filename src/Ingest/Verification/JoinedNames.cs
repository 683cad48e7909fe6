using KernelTracker.Data;

namespace KernelTracker.Ingest.Verification;

/// <summary>Which developer stands behind a name and address, for names that git gave.</summary>
internal sealed class JoinedNames
{
    /// <summary>Stands for authors that the database does not know.</summary>
    private const int Nobody = 0;

    private readonly Dictionary<(string Name, string Email), int> _byIdentity;
    private readonly Dictionary<string, int> _byAddress;
    private readonly Dictionary<int, string> _names;

    private JoinedNames(TrackerContext context)
    {
        var identities = context.Identities.OrderBy(i => i.Id).ToList();
        _byIdentity = identities.ToDictionary(i => (i.Name, i.Email), i => i.DeveloperId);
        _byAddress = identities.GroupBy(i => i.Email, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().DeveloperId, StringComparer.OrdinalIgnoreCase);
        _names = context.Developers.ToDictionary(d => d.Id, d => d.Name);
    }

    /// <summary>Reads them.</summary>
    public static JoinedNames Load(TrackerContext context) => new(context);

    /// <summary>
    /// The developer behind a name and address; 0 when there is none. Where git writes a name in another way (one that is
    /// not UTF-8), the address alone decides.
    /// </summary>
    public int Of(string name, string email) =>
        _byIdentity.TryGetValue((name, email), out var developer) || _byAddress.TryGetValue(email, out developer) ? developer : Nobody;

    /// <summary>What a developer is called.</summary>
    public string NameOf(int developer) => _names.GetValueOrDefault(developer, "an author that the database does not know");
}
