namespace Journease.Portal.SignIn;

/// <summary>Where signing in and out happens, and where one may come back to.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/sign-in";
    public const string CreateAccount = "/create-account";
    public const string Problem = "/sign-in/problem";
    public const string SignOut = "/sign-out";
    public const string SignOutNow = "/sign-out/now";
    public const string BackChannelLogout = "/signout-backchannel";
    public const string Journey = "/journey";

    /// <summary>The page to come back to: one of our own, or the journey.</summary>
    public static string LocalOr(string? returnUrl) => IsLocal(returnUrl) ? returnUrl! : Journey;

    // "//other.example" and "/\other.example" are other sites to a browser, and tabs and line ends vanish from addresses.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.StartsWith(SignIn, StringComparison.OrdinalIgnoreCase);
}
