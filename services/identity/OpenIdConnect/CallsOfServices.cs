using Journease.Identity.Accounts;
using Journease.PersonExport;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Journease.Identity.OpenIdConnect;

/// <summary>What other services ask of this one, with tokens that it issued itself.</summary>
internal static class CallsOfServices
{
    public static void MapCallsOfServices(this WebApplication app)
    {
        // People come with a cookie, services with a token.
        var services = app.MapGroup("/identity/v1")
            .RequireAuthorization(policy => policy
                .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme)
                .RequireAuthenticatedUser());
        services.MapPersonExport();
        services.MapReadContact();
    }
}
