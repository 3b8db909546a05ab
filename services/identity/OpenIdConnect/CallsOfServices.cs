using Journease.Identity.Accounts;
using Journease.Identity.Clients;
using Journease.PersonExport;
using OpenIddict.Validation.AspNetCore;

namespace Journease.Identity.OpenIdConnect;

/// <summary>What other services ask of this one, with tokens that it issued itself.</summary>
internal static class CallsOfServices
{
    public static void AddCallsOfServices(this IHostApplicationBuilder builder) =>
        builder.Services.AddOpenIddict().AddValidation(validation =>
        {
            validation.UseLocalServer();
            validation.UseAspNetCore();
            validation.AddAudiences(PlatformScopes.Identity);
        });

    public static void MapCallsOfServices(this WebApplication app)
    {
        // People come with a cookie, services with a token.
        var services = app.MapGroup("/identity/v1")
            .RequireAuthorization(policy => policy
                .AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
                .RequireAuthenticatedUser());
        services.MapPersonExport();
        services.MapReadContact();
    }
}
