namespace Journease.Gateway.Limits;

/// <summary>The rate limits that routes name.</summary>
internal static class LimitNames
{
    public const string SignIn = "sign-in";
    public const string Token = "token";
    public const string Registration = "registration";
    public const string Account = "account";
    public const string Inquiry = "inquiry";
    public const string Booking = "booking";
    public const string Search = "search";
}
