using Journease.ServiceDefaults;

namespace Journease.Notifications;

/// <summary>The portal as people know it (<c>Portal:Address</c>): where every letter leads. Pages only; no address names a person or a thing.</summary>
internal sealed class PortalAddress
{
    public PortalAddress(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration["Portal:Address"], UriKind.Absolute, out var given) || given.Scheme is not ("http" or "https"))
        {
            throw new WrongConfigurationException("Portal__Address is not set: give the public address of the portal.");
        }
        Home = given;
        Messages = new Uri(given, "/journey#messages");
        Preferences = new Uri(given, "/messages/preferences");
    }

    public Uri Home { get; }

    public Uri Messages { get; }

    public Uri Preferences { get; }
}
