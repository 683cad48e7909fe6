using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>Problems of the API (RFC 9457).</summary>
internal static class Problems
{
    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Bad request");

    public static ProblemHttpResult Missing(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static ProblemHttpResult NoVersion(string text) =>
        Missing($"“{text}” is not the version of a mainline release; write one such as v2.6.30 or 3.18.");

    public static ProblemHttpResult NoMoment(string parameter, string text) =>
        Bad($"{parameter}: “{text}” is no moment. Write {Moment.Forms}.");

    public static ProblemHttpResult Of(RangeAnswer answer) =>
        answer.IsMissing ? Missing(answer.Problem!) : Bad(answer.Problem!);
}
