using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Journease.Identity.Clients;

/// <summary>The clients of the platform, as they are registered.</summary>
internal static class PlatformClients
{
    public const string MobileScheme = "com.journease.app";

    /// <summary>The property of a client that wants to be told when a session ends: where it listens.</summary>
    public const string BackChannelLogoutAddress = "backchannel_logout_uri";

    public static IEnumerable<OpenIddictApplicationDescriptor> All(ClientSettings settings)
    {
        yield return Mobile(settings.Mobile);
        if (settings.Portal is { Address: { } address, Secret: { } secret })
        {
            yield return Portal(address, secret, settings.Portal.BackChannelLogout);
        }
        foreach (var (name, service) in settings.Services)
        {
            yield return Service(name, service.Secret);
        }
    }

    // A native app keeps no secret, and its loopback redirect may use any port (RFC 8252).
    private static OpenIddictApplicationDescriptor Mobile(MobileSettings settings)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = "journease-mobile",
            DisplayName = "Journease app",
            ApplicationType = ApplicationTypes.Native,
            ClientType = ClientTypes.Public,
        };
        client.RedirectUris.UnionWith(NativeAddresses(settings, "signed-in"));
        client.PostLogoutRedirectUris.UnionWith(NativeAddresses(settings, "signed-out"));
        return ForPeople(client);
    }

    private static IEnumerable<Uri> NativeAddresses(MobileSettings settings, string page)
    {
        yield return new(MobileScheme + ":/" + page);
        yield return new("http://127.0.0.1/" + page);
        yield return new("http://[::1]/" + page);
        if (settings.ClaimedAddress is { } claimed)
        {
            yield return new(claimed, "/" + page);
        }
    }

    private static OpenIddictApplicationDescriptor Portal(Uri address, string secret, Uri backChannelLogout) => ForPeople(new()
    {
        ClientId = "journease-portal",
        DisplayName = "Journease portal",
        ApplicationType = ApplicationTypes.Web,
        ClientType = ClientTypes.Confidential,
        ClientSecret = secret,
        RedirectUris = { new Uri(address, "/signin-oidc") },
        PostLogoutRedirectUris = { new Uri(address, "/signout-callback-oidc") },
        Properties = { [BackChannelLogoutAddress] = JsonSerializer.SerializeToElement(backChannelLogout) },
    });

    private static OpenIddictApplicationDescriptor Service(string name, string secret) => WithServiceScopes(new()
    {
        ClientId = "journease-service-" + name,
        DisplayName = name,
        ClientType = ClientTypes.Confidential,
        ClientSecret = secret,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
    });

    private static OpenIddictApplicationDescriptor ForPeople(OpenIddictApplicationDescriptor client)
    {
        // These are the practice's own clients; asking whether the practice may see its own data would only confuse.
        client.ConsentType = ConsentTypes.Implicit;
        client.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        client.Permissions.UnionWith(
        [
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile, Permissions.Scopes.Email, Permissions.Scopes.Roles,
        ]);
        return WithServiceScopes(client);
    }

    private static OpenIddictApplicationDescriptor WithServiceScopes(OpenIddictApplicationDescriptor client)
    {
        client.Permissions.UnionWith(PlatformScopes.Services.Select(scope => Permissions.Prefixes.Scope + scope));
        return client;
    }
}
