using Journease.Identity.Clients;

namespace Journease.Identity.Pages;

/// <summary>Where these pages send a person on: the portal, in an installation that has one.</summary>
internal sealed class PortalAddress(IConfiguration configuration)
{
    private readonly Uri? portal = ClientSettings.From(configuration).Portal.Address;

    /// <summary>Where somebody can write to the practice without an account.</summary>
    public Uri? ReachOut => At("/reach-out");

    /// <summary>Where a person who is signed in here goes on.</summary>
    public Uri? SignIn => At("/sign-in");

    private Uri? At(string path) => portal is null ? null : new Uri(portal, path);
}
