using System.Net;
using System.Net.Http.Headers;
using Journease.ServiceDefaults.Gateway;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>Puts this service's own token on what it asks another service.</summary>
internal sealed class ServiceTokenHandler(ServiceTokens tokens, GatewaySecret gateway, string audience) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ForAsync(audience, cancellationToken));
        // For identity, whose door does not look at tokens.
        request.Headers.TryAddWithoutValidation(GatewaySecret.Header, gateway.Value);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized)
        {
            tokens.Forget(audience); // the next try gets a new one
        }
        return response;
    }
}
