using System.Net;
using System.Net.Http.Headers;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>Puts this service's own token on what it asks another service.</summary>
internal sealed class ServiceTokenHandler(ServiceTokens tokens, string audience) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ForAsync(audience, cancellationToken));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized)
        {
            tokens.Forget(audience); // the next try gets a new one
        }
        return response;
    }
}
