namespace Journease.Identity.Sessions;

/// <summary>Where a person came from and goes back to once signed in.</summary>
internal static class ReturnAddress
{
    private static readonly string[] OwnPages = [Addresses.Account, Addresses.ChangePassword, Addresses.Closing];

    /// <summary>Only to a page of ours, or back into the sign-in of a client that was checked: never to an address that somebody put into a link.</summary>
    public static string? Of(string? returnUrl) =>
        returnUrl is not null && (OwnPages.Contains(returnUrl) || returnUrl.StartsWith(Addresses.Authorize + "?", StringComparison.Ordinal)) ? returnUrl : null;
}
