using System.Collections.Frozen;

namespace KernelTracker.Data.Model;

/// <summary>How roles are written in trailers, for people and in URLs.</summary>
public static class PersonRoleNames
{
    /// <summary>Words that stand alone or two together in a trailer: "Reported-and-tested-by".</summary>
    private static readonly string[] Words = ["Reported", "Tested", "Reviewed", "Acked", "Bisected", "Debugged"];

    private static readonly (PersonRole Role, string Title, string Slug, string Word)[] Names =
    [
        (PersonRole.Reviewer, "Reviewers", "reviewed-by", "Reviewed"),
        (PersonRole.Tester, "Testers", "tested-by", "Tested"),
        (PersonRole.Reporter, "Reporters", "reported-by", "Reported"),
        (PersonRole.Acker, "Acked by", "acked-by", "Acked"),
        (PersonRole.SignOff, "Signed off others’ work", "signed-off-by", "Signed-off"),
    ];

    private static readonly FrozenDictionary<PersonRole, (string Title, string Slug)> ByRole =
        Names.ToFrozenDictionary(n => n.Role, n => (n.Title, n.Slug));

    private static readonly FrozenDictionary<string, PersonRole> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Role, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<PersonRole, IReadOnlyList<string>> KeysByRole =
        Names.ToFrozenDictionary(n => n.Role, n => KeysOf(n.Word));

    /// <summary>Every role, in the order pages list them.</summary>
    public static IReadOnlyList<PersonRole> All { get; } = [.. Names.Select(n => n.Role)];

    /// <summary>Who has the role, as a heading: "Reviewers".</summary>
    public static string Title(this PersonRole role) => ByRole[role].Title;

    /// <summary>The role in a sentence, before a name: "reviewed by".</summary>
    public static string By(this PersonRole role) => role.Slug().Replace('-', ' ');

    /// <summary>The role in a URL, which is its trailer in lower case: "reviewed-by".</summary>
    public static string Slug(this PersonRole role) => ByRole[role].Slug;

    /// <summary>Reads a slug; false when there is no such role.</summary>
    public static bool TryParse(string? slug, out PersonRole role) => BySlug.TryGetValue(slug ?? "", out role);

    /// <summary>The keys of trailers that give the role, as <see cref="Trailer.Key"/> spells them: "Tested-by", "Reported-and-tested-by".</summary>
    public static IReadOnlyList<string> TrailerKeys(this PersonRole role) => KeysByRole[role];

    private static IReadOnlyList<string> KeysOf(string word)
    {
        var others = Words.Where(w => w != word);
        return Words.Contains(word)
            ? [$"{word}-by", .. others.SelectMany(o => (string[])[$"{word}-and-{Lower(o)}-by", $"{o}-and-{Lower(word)}-by"])]
            : [$"{word}-by"];
    }

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
