using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Journease.ServiceDefaults.Gateway;

/// <summary>
/// A service answers nobody who walks past the gateway and its limits: only the gateway, and other services with a token of
/// their own. Health is for the hosts, and the issuer's documents are public in themselves.
/// </summary>
public static class OnlyThroughTheGateway
{
    private static readonly ProblemType NotThroughTheGateway =
        new("not-through-the-gateway", 403, "This address is reached through the gateway.");

    private static readonly PathString[] Open = ["/health", "/alive", "/identity/.well-known"];

    /// <summary>Makes <c>UseServiceDefaults</c> refuse what did not come through the gateway.</summary>
    public static IServiceCollection AddOnlyThroughTheGateway(this IServiceCollection services)
    {
        services.TryAddSingleton<GatewaySecret>();
        services.TryAddSingleton<Required>();
        return services;
    }

    internal static void UseOnlyThroughTheGateway(this WebApplication app)
    {
        if (app.Services.GetService<Required>() is null)
        {
            return;
        }
        var secret = app.Services.GetRequiredService<GatewaySecret>();
        app.Use(async (http, next) =>
        {
            if (secret.IsIn(http.Request.Headers[GatewaySecret.Header]))
            {
                http.TakeAddressFromHeader();
                await next(http);
            }
            else if (Array.Exists(Open, path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
                || await IsServiceAsync(http))
            {
                await next(http);
            }
            else
            {
                await NotThroughTheGateway.Because("Send the request to the public address.").ExecuteAsync(http);
            }
        });
    }

    private static async Task<bool> IsServiceAsync(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0
        && await http.AuthenticateAsync() is { Succeeded: true, Principal: { } caller }
        && caller.IsService();

    private sealed class Required;
}
