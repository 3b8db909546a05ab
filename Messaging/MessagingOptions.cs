using System.ComponentModel.DataAnnotations;

namespace Journease.Messaging;

/// <summary>The section <c>Messaging</c> of a service's configuration; every value has a default that works.</summary>
internal sealed class MessagingOptions
{
    /// <summary><c>classic</c> on a single broker, <c>quorum</c> on a cluster of RabbitMQ 4.</summary>
    [AllowedValues("classic", "quorum")]
    public string QueueType { get; init; } = "classic";

    /// <summary>Messages fetched ahead per queue.</summary>
    [Range(1, 1000)]
    public int PrefetchCount { get; init; } = 64;

    /// <summary>Messages handled at once per queue. On two cores more only wait for each other: 8 handled a third less than 4.</summary>
    [Range(1, 100)]
    public int ConcurrentMessages { get; init; } = 4;

    /// <summary>Deliveries that ended without an answer (a crash, say) before a message goes to the error queue unread.</summary>
    [Range(1, 100)]
    public int RedeliveryLimit { get; init; } = 5;

    /// <summary>True behind a pooler that does not carry LISTEN; other replicas' messages then wait for the poll.</summary>
    public bool PollOnly { get; init; }

    /// <summary>How often the outbox is looked at unasked; spread by up to half of it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:05")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Aggregates whose messages are sent in one transaction.</summary>
    [Range(1, 500)]
    public int BatchSize { get; init; } = 100;

    /// <summary>How long the broker may take to confirm one message.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:30")]
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Refusals by the broker before a message is parked.</summary>
    [Range(1, 100)]
    public int ParkAfter { get; init; } = 10;

    /// <summary>How long a handled message is remembered: longer than every way in which it may come back.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan InboxWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often each replica reads again whose access has changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10")]
    public TimeSpan AccessReload { get; init; } = TimeSpan.FromSeconds(10);
}
