namespace Journease.Mail;

/// <summary>
/// Something on its way to somebody. It is written in the transaction of the act that it is about, and handed over by an
/// <see cref="OutgoingSender{TOutgoing}"/> of whichever replica takes it. Each kind of thing has a table of its own, so that
/// what hangs on one way does not keep anything waiting on another.
/// </summary>
public abstract class Outgoing
{
    /// <summary>Also the Message-ID, so that what had to be sent twice can be known as one.</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid OwnerId { get; protected init; }

    /// <summary>What it is about, in lower case with hyphens, for operators; never what is in it.</summary>
    public string Kind { get; protected init; } = "";

    public DateTimeOffset WrittenAt { get; protected init; }

    public DateTimeOffset AvailableAt { get; protected init; }

    /// <summary>While this lies ahead, some process is sending it. Left behind by a process that died while it did.</summary>
    public DateTimeOffset? ClaimedUntil { get; private init; }

    public int Attempts { get; private init; }

    /// <summary>How often a process died between claiming it and saying how that went: it may have been sent.</summary>
    public int Interruptions { get; private init; }

    public DateTimeOffset? SentAt { get; private init; }

    public DateTimeOffset? GivenUpAt { get; private init; }

    /// <summary>What kind of failure the last try met; no text of another server, which may quote addresses.</summary>
    public string? LastFailure { get; private init; }
}
