using System.Collections.Frozen;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Names and addresses that stand for nobody, from Rules/placeholder-identities.txt.</summary>
internal static class PlaceholderIdentities
{
    private static readonly IReadOnlyList<string> Lines = RuleText.Load("Kernel.Rules", "placeholder-identities.txt");
    private static readonly FrozenSet<string> Names = Of("name");
    private static readonly FrozenSet<string> Emails = Of("email");
    private static readonly FrozenSet<string> Hosts = Of("host");
    private static readonly FrozenSet<string> Users = Of("user");
    private static readonly FrozenSet<string> Mistaken = Of("mistaken");

    /// <summary>Whether a name identifies somebody.</summary>
    public static bool Identifies(string name) => name.Any(char.IsLetter) && !Names.Contains(name);

    /// <summary>Whether an address identifies somebody.</summary>
    public static bool IdentifiesAddress(string email)
    {
        var at = email.LastIndexOf('@');
        if (at < 0)
            return email.Length > 0 && !Emails.Contains(email);
        var host = email[(at + 1)..];
        return at > 0 && host.Length > 0 && !Emails.Contains(email) && !Hosts.Contains(host) && !Users.Contains(email[..at]);
    }

    /// <summary>Whether a commit bears one person's name with another's address by mistake.</summary>
    public static bool IsMistaken(string name, string email) => Mistaken.Contains($"{name} <{email}>");

    private static FrozenSet<string> Of(string kind) =>
        Lines.Where(l => l.StartsWith(kind + " ", StringComparison.Ordinal)).Select(l => l[kind.Length..].Trim()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
