using System.ComponentModel;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>A name in a list.</summary>
/// <param name="Kind">What it is, by its name in URLs.</param>
/// <param name="Name">As the source spells it.</param>
/// <param name="Path">A file of it; null when no release has it.</param>
/// <param name="First">The first release with it; null when it is as old as this history or older, and when no release has it.</param>
/// <param name="End">The first release without it; null while it stands.</param>
/// <param name="CameAndWent">No release has it: it came and went on the way to one.</param>
public sealed record IdentifierHitDocument(string Kind, string Name, string? Path, string? First, string? End, bool CameAndWent)
{
    /// <summary>The document of a hit.</summary>
    public static IdentifierHitDocument Of(InterfaceHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return new IdentifierHitDocument(hit.Kind.Slug(), hit.Name, hit.Path, hit.First, hit.End, hit.IsPassing);
    }
}

/// <summary>A stretch of releases with a name in a file; first is null when it is as old as this history or older.</summary>
public sealed record IdentifierStandingDocument(string Path, string Text, string? First, string? End);

/// <summary>What a changeset did to a name: added, removed or changed.</summary>
public sealed record IdentifierStepDocument(
    string Changeset, string Subject, DateTimeOffset Committed, string? Release, int? Candidate, InterfaceChangeKind Change, string Path, string Text);

/// <summary>A name with its history, oldest first.</summary>
public sealed record IdentifierDocument(
    string Kind, string Name, bool Current, IReadOnlyList<IdentifierStandingDocument> Standings, IReadOnlyList<IdentifierStepDocument> Steps)
{
    /// <summary>The document of a history.</summary>
    public static IdentifierDocument Of(InterfaceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new IdentifierDocument(
            history.Kind.Slug(), history.Name, history.IsCurrent,
            [.. history.Standings.Select(s => new IdentifierStandingDocument(s.Path, s.Text, s.IsInitial ? null : s.First, s.End))],
            [.. history.Steps.Select(s => new IdentifierStepDocument(s.Sha.ToString(), s.Subject, s.Committed, s.Release, s.Candidate, s.Kind, s.Path, s.Text))]);
    }
}

/// <summary>Names that users and modules rely on.</summary>
internal static class IdentifiersApi
{
    public static void MapIdentifiers(this RouteGroupBuilder api)
    {
        var identifiers = api.MapGroup("/identifiers").WithTags("Identifiers")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        identifiers.MapGet("", ListAsync).WithSummary("Names that users and modules rely on: by words, or what a release did to them")
            .WithDescription("System calls, ioctls, exported symbols, functions and macros of headers, mount options, … Give q, release, or both.");
        identifiers.MapGet("/{**name}", OneAsync).WithSummary("The history of a name, one for each kind of thing that is called so");
    }

    private static async Task<Results<Ok<PageOf<IdentifierHitDocument>>, ProblemHttpResult>> ListAsync(
        [Description("Text that the name has; one called just so comes first, then those that begin so.")] string? q,
        [Description("Only this kind, by its name in URLs: system-calls, ioctls, exported-symbols, …")] string? kind,
        [Description("Only what happened to names in this release.")] string? release,
        [Description("What happened in the release: added (also when nothing is given), removed or came-and-went.")] string? change,
        [Description("Number of the page, from 1.")] string? page,
        [Description("Names a page, up to 200.")] string? pageSize,
        InterfaceQueries interfaces, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (filter, problem) = IdentifierFilterReader.Read(q, kind, release, change);
        if (filter is null)
            return Problems.Bad(problem!);
        if (string.IsNullOrWhiteSpace(filter.Text) && filter.Release is null)
            return Problems.Bad("q says what to look for, release what happened in it: give one of them, or both.");
        var list = await interfaces.ListAsync(filter, paging.Number, paging.Size, cancellation);
        return TypedResults.Ok(new PageOf<IdentifierHitDocument>([.. list.Items.Select(IdentifierHitDocument.Of)], list.Page, list.PageSize, list.Total));
    }

    private static async Task<Results<Ok<IReadOnlyList<IdentifierDocument>>, ProblemHttpResult>> OneAsync(
        [Description("The name as the source spells it, for instance ndo_start_xmit.")] string name, InterfaceQueries interfaces, CancellationToken cancellation)
    {
        var histories = await interfaces.OfNameAsync(name, cancellation);
        return histories.Count > 0
            ? TypedResults.Ok<IReadOnlyList<IdentifierDocument>>([.. histories.Select(IdentifierDocument.Of)])
            : Problems.Missing($"Nothing in this history is called “{name}”.");
    }
}

/// <summary>Reads which names are asked for.</summary>
internal static class IdentifierFilterReader
{
    /// <summary>The filter, or what is wrong.</summary>
    public static (InterfaceFilter? Filter, string? Problem) Read(string? q, string? kind, string? release, string? change)
    {
        InterfaceKind? wanted = null;
        KernelVersion? version = null;
        var fate = InterfaceFate.Added;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!InterfaceKindNames.TryParse(kind, out var known))
                return (null, $"kind: “{kind}” is none of {string.Join(", ", InterfaceKindNames.All.Select(k => k.Slug()))}.");
            wanted = known;
        }
        if (!string.IsNullOrWhiteSpace(release))
        {
            if (!KernelVersion.TryParse(release, out var known))
                return (null, $"“{release}” is not the version of a mainline release; they look like v2.6.30 or v3.18.");
            version = known.Release;
        }
        if (!string.IsNullOrEmpty(change) && !InterfaceFateNames.TryParse(change, out fate))
            return (null, $"change: “{change}” is none of {string.Join(", ", InterfaceFateNames.All.Select(c => c.Slug()))}.");
        return (new InterfaceFilter { Text = string.IsNullOrWhiteSpace(q) ? null : q.Trim(), Kind = wanted, Release = version, Change = fate }, null);
    }
}
