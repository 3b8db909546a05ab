using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenIddict.Server;

namespace Journease.Identity.OpenIdConnect;

/// <summary>This service takes tokens too, and knows the keys that sign them without asking itself over the network.</summary>
internal sealed class OwnIssuer(IOptionsMonitor<OpenIddictServerOptions> server, PublicAddress address) : IConfigurationManager<OpenIdConnectConfiguration>
{
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = address.Issuer.ToString() };
        foreach (var credentials in server.CurrentValue.SigningCredentials)
        {
            configuration.SigningKeys.Add(credentials.Key);
        }
        return Task.FromResult(configuration);
    }

    public void RequestRefresh()
    {
        // Always read as they are.
    }
}
