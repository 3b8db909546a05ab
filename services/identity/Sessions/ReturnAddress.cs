namespace Journease.Identity.Sessions;

/// <summary>Where a person came from and goes back to once signed in.</summary>
internal static class ReturnAddress
{
    /// <summary>Only back into the sign-in of a client that was checked: never to an address that somebody put into a link.</summary>
    public static string? Of(string? returnUrl) =>
        returnUrl?.StartsWith(Addresses.Authorize + "?", StringComparison.Ordinal) == true ? returnUrl : null;
}
