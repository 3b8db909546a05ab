using Journease.ServiceDefaults.Gateway;

namespace Journease.Portal.Gateway;

/// <summary>Tells the gateway for whom the portal asks, so that its limits count each visitor by themselves.</summary>
internal sealed class VisitorAddress(IHttpContextAccessor http, GatewaySecret secret) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Set(request, GatewaySecret.Header, secret.Value);
        if (http.HttpContext?.Connection.RemoteIpAddress is { } visitor)
        {
            Set(request, "X-Forwarded-For", visitor.ToString());
        }
        return base.SendAsync(request, cancellationToken);
    }

    // A repeated request comes through here again.
    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }
}
