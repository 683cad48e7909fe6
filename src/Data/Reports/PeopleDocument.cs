using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A developer's share of a stretch.</summary>
/// <param name="Developer">Number of the developer.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Changesets">Changesets written.</param>
/// <param name="ChangedLines">Sum of max(added, removed) over them; null until counted.</param>
/// <param name="New">Mainline has no changeset of theirs from before the stretch.</param>
/// <param name="Employers">Who employed them, the one of most changesets first; empty when not known.</param>
public sealed record PersonDocument(int Developer, string Name, int Changesets, long? ChangedLines, bool New, IReadOnlyList<string> Employers);

/// <summary>Somebody who is named in trailers of others' changesets.</summary>
/// <param name="Developer">Number of the developer.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Changesets">Changesets of others that name them.</param>
public sealed record NamedPersonDocument(int Developer, string Name, int Changesets);

/// <summary>A role that trailers give.</summary>
/// <param name="Role">The trailer: "reviewed-by".</param>
/// <param name="Changesets">Changesets that name anybody but their author for it.</param>
/// <param name="Total">How many people are named.</param>
/// <param name="People">They, most often named first.</param>
public sealed record RoleDocument(string Role, int Changesets, int Total, IReadOnlyList<NamedPersonDocument> People);

/// <summary>An employer's share of a stretch.</summary>
/// <param name="Name">The name; null stands for those of whom it is not known.</param>
/// <param name="Slug">The name in a URL; "unknown" where it is not known.</param>
/// <param name="Changesets">Changesets that its people wrote.</param>
/// <param name="ChangedLines">Sum of max(added, removed) over them; null until counted.</param>
/// <param name="Developers">How many people wrote them.</param>
public sealed record EmployerDocument(string? Name, string Slug, int Changesets, long? ChangedLines, int Developers);

/// <summary>Who wrote, read, tried, reported and passed on the changesets of a stretch.</summary>
/// <param name="Version">The release.</param>
/// <param name="Changesets">Changesets that are counted.</param>
/// <param name="Developers">People who wrote one.</param>
/// <param name="NewDevelopers">Those of whom mainline has no changeset from before.</param>
/// <param name="OnePatchDevelopers">Those with exactly one changeset.</param>
/// <param name="ByChangesets">Developers, those with most changesets first.</param>
/// <param name="ByLines">The same, those with most changed lines first; null until counted.</param>
/// <param name="Roles">Who did what for changesets of others.</param>
/// <param name="Employers">Employers, those with most changesets first; last, those of whom it is not known.</param>
/// <param name="WithKnownEmployer">Changesets whose author's employer is known.</param>
public sealed record PeopleDocument(
    string Version, int Changesets, int Developers, int NewDevelopers, int OnePatchDevelopers,
    IReadOnlyList<PersonDocument> ByChangesets, IReadOnlyList<PersonDocument>? ByLines,
    IReadOnlyList<RoleDocument> Roles, IReadOnlyList<EmployerDocument> Employers, int WithKnownEmployer)
{
    /// <summary>The document of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="most">The most entries of each list; null for all.</param>
    public static PeopleDocument Of(PeopleReport report, int? most = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var limit = most ?? int.MaxValue;
        return new PeopleDocument(
            report.Range.Version, report.Changesets, report.People.Count, report.Newcomers.Count, report.OnePatch.Count,
            [.. report.People.Take(limit).Select(Person)],
            report.ByLines is { } byLines ? [.. byLines.Take(limit).Select(Person)] : null,
            [.. report.Roles.Select(r => new RoleDocument(
                r.Role.Slug(), r.Changesets, r.People.Count, [.. r.People.Take(limit).Select(p => new NamedPersonDocument(p.Id, p.Name, p.Changesets))]))],
            [.. report.Employers.Where((e, i) => i < limit || e.Name is null).Select(e => new EmployerDocument(
                e.Name, e.Name is { } name ? EmployerSlug.Of(name) : EmployerSlug.Unknown, e.Changesets, e.ChangedLines, e.Developers))],
            report.WithKnownEmployer);
    }

    private static PersonDocument Person(PersonFigures person) =>
        new(person.Id, person.Name, person.Changesets, person.ChangedLines, person.IsNew, person.Employers);
}
