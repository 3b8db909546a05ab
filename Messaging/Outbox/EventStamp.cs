using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Journease.Contracts;

namespace Journease.Messaging.Outbox;

/// <summary>Fills in what an announced event gets when it is saved, and fixes its bytes.</summary>
internal sealed class EventStamp
{
    private static readonly ConcurrentDictionary<Type, EventStamp> Stamps = new();

    private readonly PropertyInfo eventId;
    private readonly PropertyInfo occurredAt;
    private readonly PropertyInfo aggregateId;
    private readonly PropertyInfo aggregateVersion;
    private readonly PropertyInfo correlationId;

    private EventStamp(Type type)
    {
        // Init-only properties: a contract is complete before anyone but the outbox sees it.
        eventId = type.GetProperty(nameof(IEvent.EventId))!;
        occurredAt = type.GetProperty(nameof(IEvent.OccurredAt))!;
        aggregateId = type.GetProperty(nameof(IEvent.AggregateId))!;
        aggregateVersion = type.GetProperty(nameof(IEvent.AggregateVersion))!;
        correlationId = type.GetProperty(nameof(IEvent.CorrelationId))!;
    }

    public static void Put(IEvent fact, Aggregate aggregate, long version, Guid correlation, DateTimeOffset now)
    {
        var stamp = Stamps.GetOrAdd(fact.GetType(), type => new EventStamp(type));
        if (fact.EventId == Guid.Empty)
        {
            // Kept when saving is tried again: a commit that was in fact done then meets the unique key.
            stamp.eventId.SetValue(fact, Guid.CreateVersion7(now));
        }
        stamp.occurredAt.SetValue(fact, now);
        stamp.aggregateId.SetValue(fact, aggregate.Id);
        stamp.aggregateVersion.SetValue(fact, version);
        stamp.correlationId.SetValue(fact, correlation);
    }

    public static string Body(IEvent fact) => JsonSerializer.Serialize(fact, fact.GetType(), JsonSerializerOptions.Web);
}
