using Journease.ServiceDefaults;

namespace Journease.Identity;

/// <summary>
/// The one address under which people and clients know this service: the gateway's, followed by <c>/identity</c>. Whoever
/// asks, from outside through the gateway or from inside directly, reads and gets addresses below it.
/// </summary>
internal sealed class PublicAddress
{
    private const string Prefix = "/identity";

    public PublicAddress(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration["Authentication:Issuer"], UriKind.Absolute, out var issuer)
            || issuer.AbsolutePath.TrimEnd('/') != Prefix || issuer.Scheme is not ("http" or "https"))
        {
            throw new WrongConfigurationException("Authentication__Issuer is not set: give the public address of the gateway followed by /identity.");
        }

        Issuer = new Uri(issuer.GetLeftPart(UriPartial.Authority) + Prefix);
    }

    public Uri Issuer { get; }

    public bool IsSecure => Issuer.Scheme == Uri.UriSchemeHttps;

    /// <summary>The address of a page, as it is written into letters.</summary>
    public Uri Link(string page, string? token = null) =>
        new(Issuer, page + (token is null ? "" : "?token=" + Uri.EscapeDataString(token)));

    /// <summary>What a forged Host or forwarded header says is thereby without effect.</summary>
    public void ApplyTo(HttpRequest request)
    {
        request.Scheme = Issuer.Scheme;
        request.Host = HostString.FromUriComponent(Issuer);
    }
}
