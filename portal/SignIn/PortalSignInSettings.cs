using Journease.ServiceDefaults;

namespace Journease.Portal.SignIn;

/// <summary>Configuration section <c>Authentication</c>, as the portal needs it.</summary>
internal sealed class PortalSignInSettings
{
    public const string ClientId = "journease-portal";

    /// <summary>The issuer as browsers know it: the public gateway address followed by <c>/identity</c>.</summary>
    public Uri? Issuer { get; init; }

    /// <summary>Where the portal itself reaches the issuer; a service discovery address.</summary>
    public Uri InternalIssuer { get; init; } = new("http://gateway/identity");

    /// <summary>The secret by which identity knows the portal.</summary>
    public string? ClientSecret { get; init; }

    public string IssuerText => Issuer!.ToString().TrimEnd('/');

    /// <summary>Scheme, host and port of the page where people sign in.</summary>
    public string IssuerOrigin => Issuer!.GetLeftPart(UriPartial.Authority);

    /// <summary>Outside of this machine everything is https, and cookies then say so in their names.</summary>
    public bool IsHttps => Issuer!.Scheme == Uri.UriSchemeHttps;

    public static PortalSignInSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Authentication").Get<PortalSignInSettings>() ?? new();
        if (settings.Issuer is not { IsAbsoluteUri: true } issuer)
        {
            throw new WrongConfigurationException("Authentication__Issuer is not set: give the public address of the gateway followed by /identity.");
        }
        if (string.IsNullOrWhiteSpace(settings.ClientSecret))
        {
            throw new WrongConfigurationException("Authentication__ClientSecret is not set: give the secret that identity has for journease-portal.");
        }
        if (!settings.IsHttps && !issuer.IsLoopback)
        {
            throw new WrongConfigurationException("Authentication__Issuer must be https, except on this machine itself.");
        }
        return settings;
    }
}
