namespace Journease.Portal.Sessions;

/// <summary>One person signed in on one browser. The browser holds only the key to it; the tokens stay here.</summary>
internal sealed class Session
{
    /// <summary>How long an id that identity gives may be.</summary>
    public const int LongestIdentityId = 100;

    private Session()
    {
    }

    /// <summary>The hash of the key, so that reading the table does not give anybody a session.</summary>
    public string Id { get; private init; } = "";

    /// <summary>The session at identity through which the person signed in (<c>sid</c>): when that one ends, so does this.</summary>
    public string IdentitySession { get; private init; } = "";

    public byte[] Ticket { get; private set; } = [];

    public byte[] Tokens { get; private set; } = [];

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it ends if the person does nothing more.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it ends whatever the person does.</summary>
    public DateTimeOffset EndsAt { get; private init; }

    public static Session Start(
        string id, string identitySession, byte[] ticket, byte[] tokens, TimeSpan idle, TimeSpan longest, DateTimeOffset now) => new()
    {
        Id = id,
        IdentitySession = identitySession,
        Ticket = ticket,
        Tokens = tokens,
        StartedAt = now,
        ExpiresAt = now + idle,
        EndsAt = now + longest,
    };

    public bool IsOpen(DateTimeOffset now) => now < ExpiresAt;

    /// <summary>The person did something: the session lasts longer, but never past its end.</summary>
    public void Continue(byte[] ticket, DateTimeOffset until)
    {
        Ticket = ticket;
        ExpiresAt = until < EndsAt ? until : EndsAt;
    }

    /// <summary>Fresh tokens replace the ones that were used up.</summary>
    public void Take(byte[] tokens) => Tokens = tokens;
}
