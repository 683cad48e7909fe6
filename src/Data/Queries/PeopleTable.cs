using System.Collections.Frozen;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A table of people or employers of a stretch.</summary>
public enum PeopleTable
{
    /// <summary>Developers by changesets.</summary>
    Developers,

    /// <summary>Developers by changed lines.</summary>
    Lines,

    /// <summary>Developers with a changeset for the first time.</summary>
    Newcomers,

    /// <summary>Developers with exactly one changeset.</summary>
    OnePatch,

    /// <summary>Who is named as reviewer.</summary>
    Reviewers,

    /// <summary>Who is named as tester.</summary>
    Testers,

    /// <summary>Who is named as having reported something.</summary>
    Reporters,

    /// <summary>Who acked.</summary>
    Ackers,

    /// <summary>Who signed off work of others.</summary>
    SignOffs,

    /// <summary>Employers.</summary>
    Employers,
}

/// <summary>How tables of people are written for people and in URLs.</summary>
public static class PeopleTables
{
    private static readonly (PeopleTable Table, string Title, string Slug, PersonRole? Role)[] Names =
    [
        (PeopleTable.Developers, "By changesets", "developers", null),
        (PeopleTable.Lines, "By changed lines", "lines", null),
        (PeopleTable.Newcomers, "For the first time", "new", null),
        (PeopleTable.OnePatch, "With one changeset", "one-patch", null),
        (PeopleTable.Employers, "Employers", "employers", null),
        (PeopleTable.SignOffs, "Signed off others’ work", "sign-offs", PersonRole.SignOff),
        (PeopleTable.Reviewers, "Reviewers", "reviewers", PersonRole.Reviewer),
        (PeopleTable.Testers, "Testers", "testers", PersonRole.Tester),
        (PeopleTable.Reporters, "Reporters", "reporters", PersonRole.Reporter),
        (PeopleTable.Ackers, "Acked by", "acks", PersonRole.Acker),
    ];

    private static readonly FrozenDictionary<PeopleTable, (string Title, string Slug, PersonRole? Role)> ByTable =
        Names.ToFrozenDictionary(n => n.Table, n => (n.Title, n.Slug, n.Role));

    private static readonly FrozenDictionary<string, PeopleTable> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Table, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every table, in the order pages show them.</summary>
    public static IReadOnlyList<PeopleTable> All { get; } = [.. Names.Select(n => n.Table)];

    /// <summary>The table's heading.</summary>
    public static string Title(this PeopleTable table) => ByTable[table].Title;

    /// <summary>The table in a URL: "one-patch".</summary>
    public static string Slug(this PeopleTable table) => ByTable[table].Slug;

    /// <summary>The role whose people it lists; null for authors and employers.</summary>
    public static PersonRole? Role(this PeopleTable table) => ByTable[table].Role;

    /// <summary>Reads a slug; false when there is no such table.</summary>
    public static bool TryParse(string? slug, out PeopleTable table) => BySlug.TryGetValue(slug ?? "", out table);
}
