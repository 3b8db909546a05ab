using Journease.Contracts;
using Journease.Messaging;

namespace Journease.Notifications.Messages;

/// <summary>Something a person is told once: that there is something to see, never what.</summary>
internal sealed class Message : Aggregate
{
    private Message() { } // for EF Core

    /// <summary>The person; null where everybody with one role is told.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>The role whose people are told together; null where one person is.</summary>
    public string? ForRole { get; private init; }
    public MessageKind Kind { get; private init; }

    /// <summary>What it is about: an appointment, a safety concern, or an emergency access.</summary>
    public Guid AboutId { get; private init; }

    /// <summary>The version of what it is about when it happened; together they name the fact.</summary>
    public long FactVersion { get; private init; }
    public DateTimeOffset RecordedAt { get; private init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public static Message About(Guid account, IEvent fact, MessageKind kind, DateTimeOffset now) => new()
    {
        AccountId = account,
        Kind = kind,
        AboutId = fact.AggregateId,
        FactVersion = fact.AggregateVersion,
        RecordedAt = now,
    };

    /// <summary>A reminder: the fact is the version of the appointment that set its time.</summary>
    public static Message ToRemind(Guid account, Guid appointment, long timeVersion, MessageKind kind, DateTimeOffset now) => new()
    {
        AccountId = account,
        Kind = kind,
        AboutId = appointment,
        FactVersion = timeVersion,
        RecordedAt = now,
    };

    /// <summary>What somebody on call finds in the portal when a page has woken them.</summary>
    public static Message ToOnCall(Guid account, IEvent fact, DateTimeOffset now) => About(account, fact, MessageKind.SafetyPage, now);

    public static Message ForEverybodyAs(string role, IEvent fact, MessageKind kind, DateTimeOffset now) => new()
    {
        ForRole = role,
        Kind = kind,
        AboutId = fact.AggregateId,
        FactVersion = fact.AggregateVersion,
        RecordedAt = now,
    };

    /// <summary>Reading twice is allowed and keeps the first time.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
