using Journease.Mail;
using Journease.Notifications.Messages;

namespace Journease.Notifications.Delivery;

/// <summary>An e-mail on its way to a person. It holds no address and no words: both are found when it is sent.</summary>
internal sealed class PersonMail : Outgoing
{
    public const string OneMessage = "message";
    public const string OneReminder = "reminder";
    public const string SeveralMessages = "digest";

    private PersonMail() { } // for EF Core

    /// <summary>The message that it tells of; null for a digest, which tells of all that have not been read.</summary>
    public Guid? MessageId { get; private init; }

    /// <summary>When the mailbox's server said that it could not be delivered after all.</summary>
    public DateTimeOffset? BouncedAt { get; private init; }

    /// <summary>The status code of that (RFC 3463), such as <c>5.1.1</c>.</summary>
    public string? BounceCode { get; private init; }

    public static PersonMail Of(Message message, Guid account, DateTimeOffset now) => new()
    {
        OwnerId = account,
        Kind = message.Kind.IsReminder() ? OneReminder : OneMessage,
        MessageId = message.Id,
        WrittenAt = now,
        AvailableAt = now,
    };
}
