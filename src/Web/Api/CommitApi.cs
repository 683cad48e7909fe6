using System.ComponentModel;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>Single pulls and changesets.</summary>
internal static class CommitApi
{
    private const string IdText = "The commit's id: 40 hexadecimal digits, or at least 7 that no other commit begins with.";

    /// <summary>More candidates than this are not named in a problem.</summary>
    private const int Named = 10;

    public static void MapCommits(this RouteGroupBuilder api)
    {
        api.MapGet("/pulls/{sha}", PullAsync).WithTags("Pulls").WithSummary("One pull with a page of its changesets")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/changesets/{sha}", ChangesetAsync).WithTags("Changesets").WithSummary("One commit with all its files")
            .WithDescription("A merge is answered too, with isMerge true and no files.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static string? CandidateName(ReleasePoint point) =>
        point.Candidate is > 0 ? $"{point.Version}-rc{point.Candidate}" : null;

    internal static LinesDocument? Lines(long? added, long? removed) =>
        added is { } a && removed is { } r ? new LinesDocument(a, r) : null;

    private static async Task<Results<Ok<PullDetailDocument>, ProblemHttpResult>> PullAsync(
        [Description(IdText)] string sha,
        [Description("Number of the page of changesets, from 1.")] string? page,
        [Description("Changesets a page, up to 200.")] string? pageSize,
        PullQueries pulls, ChangesetQueries changesets, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (id, problem) = await FindAsync(sha, changesets, cancellation);
        if (id is not { } found)
            return problem!;
        return await pulls.GetAsync(found, cancellation) is { } pull
            ? TypedResults.Ok(PullDetailDocument.Of(pull, await pulls.ChangesetsAsync(found, paging.Number, paging.Size, cancellation)))
            : Problems.Missing($"{found} is no merge of mainline. /api/v1/changesets/{found} may know it.");
    }

    private static async Task<Results<Ok<ChangesetDetailDocument>, ProblemHttpResult>> ChangesetAsync(
        [Description(IdText)] string sha, ChangesetQueries changesets, StableStandingQueries standings, CancellationToken cancellation)
    {
        var (id, problem) = await FindAsync(sha, changesets, cancellation);
        if (id is not { } found)
            return problem!;
        if (await changesets.GetAsync(found, cancellation) is not { } commit)
            return Problems.Missing($"The tracked history holds no commit {found}.");
        var files = await changesets.FilesAsync(found, 1, int.MaxValue, cancellation);
        return TypedResults.Ok(ChangesetDetailDocument.Of(commit, files.Items, commit.IsMerge ? null : await standings.OfAsync(found, cancellation)));
    }

    private static async Task<(ObjectId? Id, ProblemHttpResult? Problem)> FindAsync(string text, ChangesetQueries changesets, CancellationToken cancellation)
    {
        if (ObjectId.TryParse(text, out var whole))
            return (whole, null);
        if (text.Length is < 7 or > 40 || !text.All(char.IsAsciiHexDigit))
            return (null, Problems.Bad("A commit's id has 40 hexadecimal digits; at least 7 of them are needed."));
        var found = await changesets.StartingWithAsync(text, Named, cancellation);
        return found.Count switch
        {
            0 => (null, Problems.Missing($"The tracked history holds no commit that begins with {text}.")),
            1 => (found[0].Sha, null),
            _ => (null, Problems.Bad($"Several commits begin with {text}: {string.Join(", ", found.Select(f => f.Sha))}.")),
        };
    }
}
