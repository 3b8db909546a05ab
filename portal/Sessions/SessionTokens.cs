namespace Journease.Portal.Sessions;

/// <summary>What the portal may do in a person's name, and until when.</summary>
internal sealed record SessionTokens(string AccessToken, string? RefreshToken, DateTimeOffset ExpiresAt)
{
    // A token that ends while the request is on its way would be refused there.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public bool AreFresh(DateTimeOffset now) => now + Margin < ExpiresAt;

    // Written out by hand so that a token can never reach a log by way of ToString.
    public override string ToString() => $"tokens until {ExpiresAt:O}";
}
