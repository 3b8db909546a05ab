using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.OpenApi;

namespace Journease.Identity.OpenIdConnect;

internal static class OwnApi
{
    private const string Prefix = "/identity/v1";

    /// <summary>
    /// The API of this service is for access tokens, as every other service's. The cookie of the pages is good for pages only: a
    /// form on another site could send it along.
    /// </summary>
    public static void AddOwnApi(this IHostApplicationBuilder builder)
    {
        builder.AddServiceAuthentication("identity");
        builder.Services.AddServiceApi("Identity");
        // The pages are for browsers, and what OpenID Connect asks for is described in its own document.
        builder.Services.Configure<OpenApiOptions>("v1", api =>
            api.ShouldInclude = operation => ("/" + operation.RelativePath).StartsWith(Prefix + "/", StringComparison.Ordinal));
        builder.Services.AddSingleton<OwnIssuer>();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<OwnIssuer>((jwt, issuer) => jwt.ConfigurationManager = issuer);
    }

    /// <summary>The group of all endpoints of that API.</summary>
    public static RouteGroupBuilder MapOwnApi(this WebApplication app)
    {
        var api = app.MapServiceApi(Prefix).RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser());
        // All of it is about people; no browser and no proxy may keep it.
        api.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        return api;
    }
}
