using Journease.Contracts;
using Journease.Messaging;

namespace Journease.Notifications.Messages;

/// <summary>Something a person is told once: that there is something to see, never what.</summary>
internal sealed class Message : Aggregate
{
    private Message() { } // for EF Core

    public Guid AccountId { get; private init; }
    public MessageKind Kind { get; private init; }

    /// <summary>The appointment that it is about.</summary>
    public Guid AppointmentId { get; private init; }

    /// <summary>The appointment's version when it happened; together they name the fact.</summary>
    public long FactVersion { get; private init; }
    public DateTimeOffset RecordedAt { get; private init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public static Message About(Guid account, IEvent fact, MessageKind kind, DateTimeOffset now) => new()
    {
        AccountId = account,
        Kind = kind,
        AppointmentId = fact.AggregateId,
        FactVersion = fact.AggregateVersion,
        RecordedAt = now,
    };

    /// <summary>Reading twice is allowed and keeps the first time.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
