using Microsoft.AspNetCore.OpenApi;

namespace KernelTracker.Web.Api;

/// <summary>What the OpenAPI document says about the API as a whole.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiOptions options)
    {
        // Every GET answers HEAD too; a second entry for each would say nothing.
        var isIncluded = options.ShouldInclude;
        options.ShouldInclude = operation => operation.HttpMethod != HttpMethods.Head && isIncluded(operation);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Kernel Tracker";
            document.Info.Version = "v1";
            document.Info.Description =
                "Releases, merge windows, pulls and changesets of the Linux kernel, counted from its git history. "
                + "A version is accepted with or without its leading v. Times are ISO 8601 with offset. "
                + "A figure that is not counted yet is null. Lists are {items, page, pageSize, total}. "
                + "Answers carry an entity tag; ask again with If-None-Match. HEAD answers like GET, without a body.";
            return Task.CompletedTask;
        });
    }
}
