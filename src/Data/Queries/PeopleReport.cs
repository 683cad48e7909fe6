using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A developer's share of a stretch.</summary>
/// <param name="Id">The developer.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Changesets">Changesets written.</param>
/// <param name="ChangedLines">Sum of max(added, removed) over them; null until all are counted.</param>
/// <param name="IsNew">Mainline has no changeset of theirs from before the stretch.</param>
/// <param name="Employers">Who employed them, the one of most changesets first; empty when not known.</param>
public sealed record PersonFigures(int Id, string Name, int Changesets, long? ChangedLines, bool IsNew, IReadOnlyList<string> Employers);

/// <summary>Who did one kind of work on changesets of others.</summary>
/// <param name="Role">The kind of work.</param>
/// <param name="Changesets">Changesets that name anybody for it.</param>
/// <param name="People">Who is named, with the changesets that do, most first.</param>
public sealed record RoleFigures(PersonRole Role, int Changesets, IReadOnlyList<DeveloperCount> People);

/// <summary>An employer's share of a stretch.</summary>
/// <param name="Name">The name; null stands for those of whom it is not known.</param>
/// <param name="Changesets">Changesets that its people wrote.</param>
/// <param name="ChangedLines">Sum of max(added, removed) over them; null until all are counted.</param>
/// <param name="Developers">How many people wrote them.</param>
public sealed record EmployerFigures(string? Name, int Changesets, long? ChangedLines, int Developers);

/// <summary>Who wrote, read, tried, reported and passed on the changesets of a stretch.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="Filter">Which changesets of it are counted.</param>
/// <param name="Changesets">How many they are.</param>
/// <param name="People">Everybody who wrote one, those with most changesets first.</param>
/// <param name="Roles">Who did what for changesets of others, in the order of <see cref="PersonRoleNames.All"/>.</param>
/// <param name="Employers">Employers with most changesets first; the entry without a name is last.</param>
public sealed record PeopleReport(
    ReleaseRange Range,
    ChangesetFilter Filter,
    int Changesets,
    IReadOnlyList<PersonFigures> People,
    IReadOnlyList<RoleFigures> Roles,
    IReadOnlyList<EmployerFigures> Employers)
{
    /// <summary>Changed lines of all; null until all are counted.</summary>
    public long? ChangedLines => People.All(p => p.ChangedLines is not null) ? People.Sum(p => p.ChangedLines) : null;

    /// <summary>Those with most changed lines first; null until all are counted.</summary>
    public IReadOnlyList<PersonFigures>? ByLines => ChangedLines is null
        ? null
        : [.. People.OrderByDescending(p => p.ChangedLines).ThenByDescending(p => p.Changesets).ThenBy(p => p.Id)];

    /// <summary>Those with a changeset for the first time.</summary>
    public IReadOnlyList<PersonFigures> Newcomers => [.. People.Where(p => p.IsNew)];

    /// <summary>Those with exactly one changeset.</summary>
    public IReadOnlyList<PersonFigures> OnePatch => [.. People.Where(p => p.Changesets == 1)];

    /// <summary>Changesets whose author's employer is known.</summary>
    public int WithKnownEmployer => Employers.Where(e => e.Name is not null).Sum(e => e.Changesets);

    /// <summary>Who is named for a role.</summary>
    public RoleFigures Of(PersonRole role) => Roles.First(r => r.Role == role);

    /// <summary>The developers that a table lists; null when it is one of other people, or of lines that are not counted yet.</summary>
    public IReadOnlyList<PersonFigures>? Of(PeopleTable table) => table switch
    {
        PeopleTable.Developers => People,
        PeopleTable.Lines => ByLines,
        PeopleTable.Newcomers => Newcomers,
        PeopleTable.OnePatch => OnePatch,
        _ => null,
    };

    /// <summary>How many rows a table has.</summary>
    public int Count(PeopleTable table) => table switch
    {
        PeopleTable.Employers => Employers.Count(e => e.Name is not null),
        _ when table.Role() is { } role => Of(role).People.Count,
        _ => Of(table)?.Count ?? 0,
    };
}
