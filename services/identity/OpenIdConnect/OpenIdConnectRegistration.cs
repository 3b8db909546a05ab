using Journease.Identity.BackChannelLogout;
using Journease.Identity.Clients;
using Journease.Identity.Keys;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Verbs;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreHandlerFilters;
using static OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreHandlers;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Journease.Identity.OpenIdConnect;

internal static class OpenIdConnectRegistration
{
    /// <summary>The OpenID Connect server: code with PKCE for people, client credentials for services, and refresh. Nothing else.</summary>
    public static void AddOpenIdConnectServer(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicAddress>();
        builder.AddServerKeys();
        builder.Services.AddOptions<OpenIddictServerOptions>().Configure<PublicAddress>((server, address) => server.Issuer = address.Issuer);
        builder.Services.AddOptions<OpenIddictServerAspNetCoreOptions>()
            .Configure<PublicAddress>((web, address) => web.DisableTransportSecurityRequirement = !address.IsSecure);
        builder.Services.AddScoped<IMigrationStep, RegisterClients>();
        builder.Services.AddHostedService<ForgetSpentTokens>();

        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDbContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(Configure);
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetConfigurationEndpointUris(Relative(Addresses.Discovery))
            .SetJsonWebKeySetEndpointUris(Relative(Addresses.Keys))
            .SetAuthorizationEndpointUris(Relative(Addresses.Authorize))
            .SetTokenEndpointUris(Relative(Addresses.Token))
            .SetUserInfoEndpointUris(Relative(Addresses.UserInfo))
            .SetEndSessionEndpointUris(Relative(Addresses.EndSession))
            .SetRevocationEndpointUris(Relative(Addresses.Revoke));

        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AllowRefreshTokenFlow()
            .AllowClientCredentialsFlow();
        // A challenge that is the verifier itself protects nothing: only S256.
        server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));

        server.RegisterScopes([Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.Roles, Scopes.OfflineAccess, .. PlatformScopes.Services]);
        server.RegisterClaims(Claims.Subject, Claims.Name, Claims.Email, Claims.EmailVerified, Claims.Role, OpenSessions.IdClaim);
        server.AnnounceBackChannelLogout();

        server.SetAuthorizationCodeLifetime(TimeSpan.FromSeconds(60))
            .SetAccessTokenLifetime(TimeSpan.FromMinutes(10))
            .SetIdentityTokenLifetime(TimeSpan.FromMinutes(10))
            .SetRefreshTokenLifetime(TimeSpan.FromDays(30))
            // A client that never saw the answer may ask once more; later, a replay ends the whole family.
            .SetRefreshTokenReuseLeeway(TimeSpan.FromSeconds(10));

        // Services read access tokens themselves; there is nothing in them but ids, roles and audiences.
        server.DisableAccessTokenEncryption();

        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .EnableErrorPassthrough();
        // Refused people get a page; refused programs get the answer of the standard, which the library writes.
        server.RemoveEventHandler(ProcessPassthroughErrorResponse<ApplyTokenResponseContext, RequireTokenEndpointPassthroughEnabled>.Descriptor);
        server.RemoveEventHandler(ProcessPassthroughErrorResponse<ApplyUserInfoResponseContext, RequireUserInfoEndpointPassthroughEnabled>.Descriptor);
    }

    // To the library an address with a leading slash is a file.
    private static string Relative(string address) => address[1..];
}
