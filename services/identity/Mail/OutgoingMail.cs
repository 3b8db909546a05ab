using Journease.Sealing;

namespace Journease.Identity.Mail;

/// <summary>
/// A letter on its way to a person. It is written in the transaction of the act that it is about, and sent by
/// <see cref="MailSender"/>; once it is sent, only when and of which kind is kept.
/// </summary>
internal sealed class OutgoingMail
{
    private OutgoingMail() { } // for EF Core

    /// <summary>Also the Message-ID, so that a mail that had to be sent twice can be known as one.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose letter it is; its content is sealed with their key.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>What the letter is about, for operators; never what is in it.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>Address, subject and text, sealed; gone once it is sent or given up.</summary>
    public Sealed? Content { get; private init; }

    public DateTimeOffset WrittenAt { get; private init; }

    public DateTimeOffset AvailableAt { get; private init; }

    /// <summary>While this lies ahead, some process is sending it. Left behind by a process that died while it did.</summary>
    public DateTimeOffset? ClaimedUntil { get; private init; }

    public int Attempts { get; private init; }

    /// <summary>How often a process died between claiming it and saying how that went: it may have been sent.</summary>
    public int Interruptions { get; private init; }

    public DateTimeOffset? SentAt { get; private init; }

    public DateTimeOffset? GivenUpAt { get; private init; }

    /// <summary>What kind of failure the last try met; no text of a mail server, which may quote addresses.</summary>
    public string? LastFailure { get; private init; }

    public static OutgoingMail Write(Guid id, Guid owner, string kind, Sealed content, DateTimeOffset now) => new()
    {
        Id = id,
        OwnerId = owner,
        Kind = kind,
        Content = content,
        WrittenAt = now,
        AvailableAt = now,
    };
}
