using Journease.ServiceDefaults.Authentication;

namespace Journease.Gateway.Edge;

/// <summary>The address that people and their apps use, which the issuer's name begins with; and the names that requests may be for.</summary>
internal sealed class PublicAddress(AuthenticationSettings settings, IConfiguration configuration)
{
    // Inside the platform, and on the machine itself.
    private static readonly string[] Inside = ["gateway", "localhost", "127.0.0.1", "[::1]"];

    private readonly HashSet<string> hosts = new(
        [settings.Issuer.Host, .. Inside, .. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)],
        StringComparer.OrdinalIgnoreCase);

    public bool IsHttps { get; } = settings.Issuer.Scheme == Uri.UriSchemeHttps;

    /// <summary>As browsers write it in <c>Origin</c>.</summary>
    public string Origin { get; } = settings.Issuer.GetLeftPart(UriPartial.Authority);

    public bool Answers(HostString host) => hosts.Contains(host.Host) || hosts.Contains("*");
}
