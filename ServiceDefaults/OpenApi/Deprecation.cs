using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.OpenApi;

/// <summary>A version of the API lives for twelve months after its successor has come; until then its answers say when it ends.</summary>
public static class Deprecation
{
    /// <summary>Marks an endpoint, or a whole group, as replaced: answers carry <c>Deprecation</c> (RFC 9745) and <c>Sunset</c> (RFC 8594).</summary>
    /// <param name="endpoint">The endpoint or group.</param>
    /// <param name="since">When its successor came.</param>
    /// <param name="until">When it stops to answer: at least twelve months later.</param>
    public static TBuilder Deprecated<TBuilder>(this TBuilder endpoint, DateTimeOffset since, DateTimeOffset until)
        where TBuilder : IEndpointConventionBuilder
    {
        if (until < since.AddMonths(12))
        {
            throw new ArgumentException("A version lives for twelve months after its successor has come.", nameof(until));
        }
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers["Deprecation"] = $"@{since.ToUnixTimeSeconds()}";
            headers["Sunset"] = until.UtcDateTime.ToString("R");
            return await next(context);
        });
        return endpoint.WithMetadata(new IsDeprecated());
    }

    internal sealed record IsDeprecated;
}
