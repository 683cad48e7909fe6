using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A notable change as the API and exports give it.</summary>
/// <param name="Audience">Who will notice: users or developers.</param>
/// <param name="Kind">What kind of change, by its name in URLs: "system-calls".</param>
/// <param name="Change">added, removed, changed or cameAndWent.</param>
/// <param name="Area">The heading it is listed under, by its name in URLs.</param>
/// <param name="Text">The line.</param>
/// <param name="Detail">A sentence more, in the words of its source; null when there is none.</param>
/// <param name="Evidence">What it stands on.</param>
/// <param name="Strength">From 0 to 100.</param>
/// <param name="Strong">It is shown, not folded.</param>
/// <param name="Names">All names it is about.</param>
/// <param name="Paths">Their files.</param>
/// <param name="Changesets">The changesets behind it.</param>
/// <param name="Pull">The pull that brought it; null when several did, or none.</param>
public sealed record NotableChangeDocument(
    Audience Audience, string Kind, Happening Change, string Area, string Text, string? Detail, string Evidence, int Strength, bool Strong,
    IReadOnlyList<string> Names, IReadOnlyList<string> Paths, IReadOnlyList<string> Changesets, string? Pull)
{
    /// <summary>The document of a change.</summary>
    public static NotableChangeDocument Of(NotableChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new NotableChangeDocument(
            change.Audience, change.Kind.Slug(), change.Change, change.Area.Slug(), change.Text, change.Detail, change.Evidence, change.Strength, change.IsStrong,
            change.Names, change.Paths, [.. change.Changesets.Select(c => c.Sha.ToString())], change.Pull?.Sha.ToString());
    }
}

/// <summary>What users and kernel developers will notice of a stretch.</summary>
/// <param name="Version">The release.</param>
/// <param name="Read">Its interfaces have been read; false: the lists say less than there is.</param>
/// <param name="Users">What users will notice: strong lines.</param>
/// <param name="Developers">What kernel developers will notice: strong lines.</param>
/// <param name="Weak">How many weak lines there are besides.</param>
public sealed record NotableDocument(
    string Version, bool Read, IReadOnlyList<NotableChangeDocument> Users, IReadOnlyList<NotableChangeDocument> Developers, int Weak)
{
    /// <summary>The document of a list.</summary>
    public static NotableDocument Of(NotableList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new NotableDocument(
            list.Range.Version, list.IsRead, Strong(Audience.Users), Strong(Audience.Developers), list.All.Count(c => !c.IsStrong));

        IReadOnlyList<NotableChangeDocument> Strong(Audience audience) => [.. list.Of(audience, isStrong: true).Select(NotableChangeDocument.Of)];
    }
}
