using Journease.ServiceDefaults;

namespace Journease.Identity.Clients;

/// <summary>Configuration section <c>Clients</c>: who may ask for tokens, and where they are sent.</summary>
internal sealed class ClientSettings
{
    public PortalSettings Portal { get; init; } = new();

    public MobileSettings Mobile { get; init; } = new();

    /// <summary>The services that call others, by name; each with its secret.</summary>
    public Dictionary<string, ServiceClientSettings> Services { get; init; } = [];

    public static ClientSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Clients").Get<ClientSettings>() ?? new();
        if ((settings.Portal.Address is null) != (settings.Portal.Secret is null))
        {
            throw new WrongConfigurationException("Clients__Portal__Address and Clients__Portal__Secret belong together: set both, or neither where there is no portal.");
        }
        if (settings.Mobile.ClaimedAddress is { } claimed && (!claimed.IsAbsoluteUri || claimed.Scheme != Uri.UriSchemeHttps))
        {
            throw new WrongConfigurationException("Clients__Mobile__ClaimedAddress must be https: a phone proves by it that the app is ours.");
        }
        return settings;
    }
}

internal sealed class MobileSettings
{
    /// <summary>The https address whose links the phone opens in our app, where there is one; its site vouches for the app.</summary>
    public Uri? ClaimedAddress { get; init; }
}

internal sealed class PortalSettings
{
    /// <summary>The public address of the portal.</summary>
    public Uri? Address { get; init; }

    public string? Secret { get; init; }

    /// <summary>Where the portal is told that a session has ended: its address inside the platform.</summary>
    public Uri BackChannelLogout { get; init; } = new("http://portal/signout-backchannel");
}

internal sealed class ServiceClientSettings
{
    public required string Secret { get; init; }
}
