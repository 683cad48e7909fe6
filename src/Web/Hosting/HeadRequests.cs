namespace KernelTracker.Web.Hosting;

/// <summary>
/// HEAD answers what GET would, without its body (RFC 9110, 9.3.2): whoever checks links, reads feeds or keeps copies asks so.
/// Routing gives an endpoint only the methods it names, and those of pages and minimal APIs name GET alone.
/// </summary>
public static class HeadRequests
{
    /// <summary>Lets each endpoint that answers GET answer HEAD too; the server leaves the body out.</summary>
    public static TBuilder AnswerHead<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        // Not with Add: that of a group runs before the endpoints of pages have named their methods.
        builder.Finally(endpoint =>
        {
            for (var i = 0; i < endpoint.Metadata.Count; i++)
            {
                if (endpoint.Metadata[i] is IHttpMethodMetadata named && named.HttpMethods.Contains(HttpMethods.Get) && !named.HttpMethods.Contains(HttpMethods.Head))
                    endpoint.Metadata[i] = new HttpMethodMetadata([.. named.HttpMethods, HttpMethods.Head], named.AcceptCorsPreflight);
            }
        });
        return builder;
    }
}
