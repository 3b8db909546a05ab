using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>How an endpoint that writes says that it does. Each runs in one transaction with its events and its remembered answer.</summary>
public static class WriteEndpoints
{
    /// <summary>A create or a named act: needs an <c>Idempotency-Key</c>.</summary>
    public static RouteHandlerBuilder RequireIdempotencyKey(this RouteHandlerBuilder endpoint) =>
        endpoint.InOneTransaction(WriteRequirement.IdempotencyKey);

    /// <summary>An edit: needs <c>If-Match</c>; the act takes <see cref="IfMatch"/> and calls Require.</summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder endpoint) =>
        endpoint.InOneTransaction(WriteRequirement.IfMatch);

    /// <summary>A PUT under an id that the client made: needs neither.</summary>
    public static RouteHandlerBuilder InOneTransaction(this RouteHandlerBuilder endpoint) =>
        endpoint.InOneTransaction(WriteRequirement.None);

    /// <summary>A question that is asked in a body, because what it carries must not lie in a URL. Changes nothing.</summary>
    public static RouteHandlerBuilder OnlyReads(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ReadMetadata());

    private static RouteHandlerBuilder InOneTransaction(this RouteHandlerBuilder endpoint, WriteRequirement requirement)
    {
        endpoint.AddEndpointFilter(new UnitOfWorkFilter(requirement));
        return endpoint.WithMetadata(new WriteMetadata(requirement));
    }

    /// <summary>Keeps the body of requests with a key, so that a repetition can be compared with the first.</summary>
    internal static IApplicationBuilder UseRepeatableBodies(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key") && http.GetEndpoint()?.Metadata.GetMetadata<WriteMetadata>() is not null)
        {
            http.Request.EnableBuffering();
        }
        return next(http);
    });
}
