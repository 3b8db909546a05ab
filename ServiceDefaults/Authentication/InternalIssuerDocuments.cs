using Microsoft.IdentityModel.Protocols;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>Fetches the issuer's discovery document and keys inside the platform, so that no service depends on the public door for them.</summary>
internal sealed class InternalIssuerDocuments(IHttpClientFactory clients, AuthenticationSettings settings) : IDocumentRetriever
{
    public const string HttpClientName = "issuer-documents";

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var publicIssuer = settings.Issuer.ToString().TrimEnd('/');
        if (!address.StartsWith(publicIssuer, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("The issuer's documents must live below the issuer.");
        }

        var inside = settings.InternalIssuer.ToString().TrimEnd('/') + address[publicIssuer.Length..];
        using var client = clients.CreateClient(HttpClientName);
        return await client.GetStringAsync(new Uri(inside), cancel);
    }
}
