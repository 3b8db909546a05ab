using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Journease.LocalHosting.OperatorPage;

/// <summary>Who may see and use the operator page: whoever sits at the machine in Development, nobody else yet.</summary>
internal sealed class OperatorAccess(IHostEnvironment environment)
{
    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (Refusal(context) is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync(refusal);
            return;
        }
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        await next(context);
    }

    private string? Refusal(HttpContext context)
    {
        if (!IsLoopback(context))
        {
            return "The operator page is for this machine only.";
        }
        if (!environment.IsDevelopment() && !IsOperator(context))
        {
            return "Outside Development the operator page needs the operator role, and signing in to it is not possible yet.";
        }
        return HttpMethods.IsGet(context.Request.Method) || IsSameOrigin(context.Request)
            ? null
            : "Another page may not act here.";
    }

    /// <summary>By address and by name: a foreign name that resolves to this machine is a page that lies about where it is.</summary>
    private static bool IsLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>Sign-in comes here: the role is in the token that identity issues.</summary>
    private static bool IsOperator(HttpContext context) => context.User.IsInRole("operator");

    /// <summary>Browsers say where a form or script comes from; what says nothing is no browser.</summary>
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || origin == $"{request.Scheme}://{request.Host}";
}
