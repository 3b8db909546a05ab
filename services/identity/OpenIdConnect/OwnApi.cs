using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Journease.Identity.OpenIdConnect;

internal static class OwnApi
{
    /// <summary>
    /// The API of this service is for access tokens, as every other service's. The cookie of the pages is good for pages only: a
    /// form on another site could send it along.
    /// </summary>
    public static void AddOwnApi(this IHostApplicationBuilder builder)
    {
        builder.AddServiceAuthentication("identity");
        builder.Services.AddSingleton<OwnIssuer>();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<OwnIssuer>((jwt, issuer) => jwt.ConfigurationManager = issuer);
    }

    /// <summary>The group of all endpoints of that API.</summary>
    public static RouteGroupBuilder MapOwnApi(this IEndpointRouteBuilder app) => app.MapGroup("/identity/v1")
        .RequireAuthorization(policy => policy.AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser());
}
