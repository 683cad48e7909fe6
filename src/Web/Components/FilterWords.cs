using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components;

/// <summary>A filter of changesets in words.</summary>
public static class FilterWords
{
    /// <summary>The conditions, one each, as they follow "12 changesets": "through gregkh/usb", "by people of Red Hat".</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="names">What its subsystem, developer and employer are called.</param>
    /// <param name="version">The release, which candidates are named after.</param>
    public static IReadOnlyList<string> Of(ChangesetFilter filter, FilterNames names, string version)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(names);
        var conditions = new List<string>();
        if (filter.Part is { } part)
            conditions.Add($"about {part}" + (filter.Area is { } of ? $" ({of.Title()})" : ""));
        else if (filter.Area is { } area)
            conditions.Add($"about {area.Title()}");
        if (filter.Subsystem is { } subsystem)
            conditions.Add($"in the subsystem {names.Subsystem ?? subsystem}");
        if (filter.Tree is { } tree)
            conditions.Add($"through {tree}");
        if (filter.Origin is { } origin)
            conditions.Add(filter.Tree == origin ? "brought first by it" : $"brought first by {origin}");
        var developer = filter.Developer is { } id ? names.Developer ?? $"developer {id.ToString(CultureInfo.InvariantCulture)}" : null;
        if (filter.Role is { } role)
            conditions.Add($"{role.By()} {developer ?? "anybody"}, who is not the author");
        else if (developer is not null)
            conditions.Add($"by {developer}");
        if (filter.Employer is { } employer)
            conditions.Add(employer == EmployerSlug.Unknown ? "by people whose employer is not known" : $"by people of {names.Employer ?? employer}");
        if (filter.Day is { } day)
            conditions.Add($"that came in on {Say.Day(day)}");
        if (filter.Candidate is { } candidate)
            conditions.Add(candidate == 0 ? "after the last candidate" : $"new in {version}-rc{candidate.ToString(CultureInfo.InvariantCulture)}");
        return conditions;
    }
}
