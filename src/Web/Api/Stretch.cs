using KernelTracker.Data.Queries;
using KernelTracker.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace KernelTracker.Web.Api;

/// <summary>
/// The stretch of mainline that the address of a file names: "/releases/{version}/…?asOf=&amp;since=", the whole release
/// unless a moment says otherwise, or "/compare/{pair}/…".
/// </summary>
internal sealed class Stretch
{
    private Stretch(ReleaseRange? range, IResult? problem) => (Range, Problem) = (range, problem);

    /// <summary>The stretch; null where there is a problem.</summary>
    public ReleaseRange? Range { get; }

    /// <summary>What is answered instead: there is no data yet, no such release, no such moment.</summary>
    public IResult? Problem { get; }

    /// <summary>Reads it from a request, before the handler that takes it.</summary>
    public static ValueTask<Stretch> BindAsync(HttpContext context) => ReadAsync(context, isWindow: false);

    /// <summary>Maps a file of every stretch, under releases and comparisons; a problem is answered before the handler.</summary>
    public static void Map(IEndpointRouteBuilder routes, string file, Delegate handler, params object[] metadata)
    {
        foreach (var root in (string[])["/releases/{version}/", "/compare/{pair}/"])
            routes.MapGet(root + file, handler).AddEndpointFilter(AnswerProblem).ExcludeFromDescription().WithMetadata(metadata);
    }

    /// <summary>Says how a file of the stretch is called when it is saved: "v3.17-people.csv".</summary>
    public static void Name(HttpContext context, ReleaseRange range, string file)
    {
        var of = range.IsComparison ? $"{range.Since}...{range.AsOf}".Replace(':', '-') : range.Version;
        Name(context, $"{of}-{file}");
    }

    /// <summary>Says how a file is called when it is saved.</summary>
    public static void Name(HttpContext context, string file) =>
        context.Response.GetTypedHeaders().ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"\"{file}\"" };

    /// <summary>Answers the problem of a stretch, where there is one.</summary>
    internal static async ValueTask<object?> AnswerProblem(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.Arguments.OfType<Stretch>().FirstOrDefault()?.Problem
        ?? invocation.Arguments.OfType<WindowStretch>().FirstOrDefault()?.Stretch.Problem
        ?? await next(invocation);

    internal static async ValueTask<Stretch> ReadAsync(HttpContext context, bool isWindow)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<SiteStateReader>().ReadAsync(context.RequestAborted) is null)
            return new Stretch(null, NoData());
        var (range, problem, isMissing) = context.GetRouteValue("pair") is string pair
            ? await RangeReader.ReadAsync(pair, services.GetRequiredService<CompareQueries>(), context.RequestAborted)
            : await RangeReader.ReadAsync(
                (string)context.GetRouteValue("version")!, context.Request.Query["asOf"], context.Request.Query["since"],
                isWindow ? services.GetRequiredService<RangeQueries>().WindowAsync : services.GetRequiredService<RangeQueries>().FindAsync,
                context.RequestAborted);
        return new Stretch(range, range is null ? Wrong(problem!, isMissing) : null);
    }

    /// <summary>The answer while nothing has been published.</summary>
    internal static IResult NoData() => Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <summary>What is wrong with an address.</summary>
    internal static IResult Wrong(string problem, bool isMissing = false) =>
        Results.Text(problem, statusCode: isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}

/// <summary>The same, up to -rc1 unless a moment says otherwise.</summary>
internal sealed record WindowStretch(Stretch Stretch)
{
    /// <summary>Reads it from a request, before the handler that takes it.</summary>
    public static async ValueTask<WindowStretch> BindAsync(HttpContext context) => new(await Stretch.ReadAsync(context, isWindow: true));
}
