using Journease.ServiceDefaults;

namespace Journease.Notifications.Paging;

/// <summary>Configuration section <c>Paging</c>: the way beside e-mail by which whoever is on call is reached.</summary>
internal sealed class PagingSettings
{
    private const int ShortestSecret = 22;

    public PagingSettings(IConfiguration configuration, IHostEnvironment environment)
    {
        var (address, secret) = (configuration["Paging:Webhook:Address"], configuration["Paging:Webhook:Secret"]);
        if (address is null && secret is null)
        {
            return;
        }
        if (!Uri.TryCreate(address, UriKind.Absolute, out var given) || !(given.Scheme == Uri.UriSchemeHttps || (given.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment())))
        {
            throw new WrongConfigurationException("Paging__Webhook__Address must be the https address of the paging system, or be left out together with its secret.");
        }
        if (secret is not { Length: >= ShortestSecret })
        {
            throw new WrongConfigurationException($"Paging__Webhook__Secret is not set or too short: give {ShortestSecret} characters or more, and the same to the paging system.");
        }
        (Webhook, Secret) = (given, secret);
    }

    /// <summary>Where pages are posted; null where there is only e-mail.</summary>
    public Uri? Webhook { get; }

    /// <summary>What pages are signed with.</summary>
    public string Secret { get; } = "";
}
