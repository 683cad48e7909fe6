using System.ComponentModel;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>A configuration symbol in a list.</summary>
public sealed record KconfigHitDocument(string Symbol, string? Type, string? Prompt, string Menu, string Path, bool Current);

/// <summary>Something that happened to a symbol; the changeset is null when a merge did it.</summary>
public sealed record KconfigHappeningDocument(
    string Symbol, string Release, string Kind, string Path, string? OldPath, string? Other, string? Before, string? After, string? Changeset, string? Subject)
{
    /// <summary>The document of a happening.</summary>
    public static KconfigHappeningDocument Of(KconfigHappening h)
    {
        ArgumentNullException.ThrowIfNull(h);
        return new KconfigHappeningDocument(
            h.Symbol, h.Version, h.Kind == KconfigEventKind.RenamedTo ? "renamedTo" : h.Kind == KconfigEventKind.RenamedFrom ? "renamedFrom" : h.Kind.Slug(),
            h.Path, h.OldPath, h.Other, h.Before, h.After, h.Sha?.ToString(), h.Subject);
    }
}

/// <summary>A definition of a symbol.</summary>
public sealed record KconfigDefinitionDocument(
    string Path, string? Type, string? Prompt, string Help, string Menu, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Selects, IReadOnlyList<string> Defaults, string Since, string? Until);

/// <summary>A symbol with its history, newest first.</summary>
public sealed record KconfigDocument(
    string Symbol, bool Current, IReadOnlyList<KconfigDefinitionDocument> Definitions, IReadOnlyList<KconfigHappeningDocument> History,
    IReadOnlyList<string> Modules, IReadOnlyList<KconfigHardware> Hardware);

/// <summary>Configuration symbols.</summary>
internal static class KconfigApi
{
    public static void MapKconfig(this RouteGroupBuilder api)
    {
        var routes = api.MapGroup("").WithTags("Kconfig")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/kconfig", SearchAsync).WithSummary("Configuration symbols by name or prompt");
        routes.MapGet("/kconfig/{symbol}", OneAsync).WithSummary("One symbol with its definitions and history");
        routes.MapGet("/releases/{version}/kconfig", ReleaseAsync).WithSummary("What a release did to configuration symbols, by kind and symbol");
    }

    private static async Task<Results<Ok<PageOf<KconfigHitDocument>>, ProblemHttpResult>> SearchAsync(
        [Description("Words that are in the name (with or without CONFIG_) or the prompt.")] string? q,
        string? page, string? pageSize, KconfigSearch search, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        if (string.IsNullOrWhiteSpace(q))
            return Problems.Bad("q says what to look for: words of a name or prompt.");
        var list = await search.FindAsync(q, paging.Number, paging.Size, cancellation);
        return TypedResults.Ok(new PageOf<KconfigHitDocument>(
            [.. list.Items.Select(h => new KconfigHitDocument(h.Symbol, h.Type.Keyword(), h.Prompt, h.Menu, h.Path, h.IsCurrent))],
            list.Page, list.PageSize, list.Total));
    }

    private static async Task<Results<Ok<KconfigDocument>, ProblemHttpResult>> OneAsync(
        [Description("The symbol, with or without CONFIG_.")] string symbol, KconfigQueries queries, CancellationToken cancellation) =>
        await queries.GetAsync(symbol, cancellation) is { } found
            ? TypedResults.Ok(new KconfigDocument(
                found.Symbol, found.IsCurrent,
                [.. found.Definitions.Select(d => new KconfigDefinitionDocument(d.Path, d.Type.Keyword(), d.Prompt, d.Help, d.Menu, d.DependsOn, d.Selects, d.Defaults, d.First, d.End))],
                [.. found.History.Select(KconfigHappeningDocument.Of)], found.Modules, found.Hardware))
            : Problems.Missing($"No release of this history has a symbol “{symbol}”.");

    private static async Task<Results<Ok<PageOf<KconfigHappeningDocument>>, ProblemHttpResult>> ReleaseAsync(
        [Description("The release, with or without its leading v: v2.6.30, 3.18.")] string version,
        [Description("Only added, removed, moved, renamed, type, prompt or dependencies.")] string? kind,
        string? page, string? pageSize, KconfigQueries queries, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        if (!KernelVersion.TryParse(version, out var parsed))
            return Problems.NoVersion(version);
        KconfigEventKind? wanted = null;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!KconfigNames.TryParse(kind, out var known))
                return Problems.Bad($"kind: “{kind}” is none of {string.Join(", ", KconfigNames.Kinds.Select(k => k.Slug()))}.");
            wanted = known;
        }
        if (await queries.ReleaseAsync(parsed, wanted, paging.Number, paging.Size, cancellation) is not { List: var list })
            return Problems.Missing($"There is no release {parsed.Release} in this history.");
        return TypedResults.Ok(new PageOf<KconfigHappeningDocument>([.. list.Items.Select(KconfigHappeningDocument.Of)], list.Page, list.PageSize, list.Total));
    }
}
