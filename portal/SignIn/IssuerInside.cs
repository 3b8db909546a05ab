namespace Journease.Portal.SignIn;

/// <summary>
/// Sends what the portal itself asks the issuer to the gateway's address inside the platform, under the public host name:
/// the issuer then names the same addresses as it does to browsers.
/// </summary>
internal sealed class IssuerInside(PortalSignInSettings settings) : DelegatingHandler
{
    public const string HttpClientName = "issuer";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!.ToString();
        if (asked.StartsWith(settings.IssuerText, StringComparison.OrdinalIgnoreCase))
        {
            request.Headers.Host = settings.Issuer!.Authority;
            request.RequestUri = new Uri(settings.InternalIssuer.ToString().TrimEnd('/') + asked[settings.IssuerText.Length..]);
        }
        return base.SendAsync(request, cancellationToken);
    }
}
