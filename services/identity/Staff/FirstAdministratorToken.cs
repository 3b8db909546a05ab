namespace Journease.Identity.Staff;

/// <summary>
/// The secret with which the first administrator of an installation registers. There is one at most, it is good for one
/// letter and for a day, and whoever makes another one makes this one useless.
/// </summary>
internal sealed class FirstAdministratorToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private FirstAdministratorToken() { } // for EF Core

    /// <summary>Always the same.</summary>
    public int Id { get; private init; } = 1;

    /// <summary>Hash of the secret.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static FirstAdministratorToken Make(string token, DateTimeOffset now)
    {
        var made = new FirstAdministratorToken();
        made.Replace(token, now);
        return made;
    }

    public void Replace(string token, DateTimeOffset now) => (TokenHash, MadeAt, ExpiresAt) = (LinkToken.HashOf(token), now, now + Lifetime);
}
