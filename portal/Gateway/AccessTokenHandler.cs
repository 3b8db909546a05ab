using System.Net;
using System.Net.Http.Headers;
using Journease.Portal.Sessions;

namespace Journease.Portal.Gateway;

/// <summary>Puts the person's access token on requests to the gateway; without one they are answered as "not signed in" here.</summary>
internal sealed class AccessTokenHandler(IHttpContextAccessor http) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // From the request's own services: handlers live longer than a request.
        var tokens = http.HttpContext!.RequestServices.GetRequiredService<AccessTokens>();
        if (await tokens.CurrentAsync() is not { } token)
        {
            return new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request };
        }
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }
}
