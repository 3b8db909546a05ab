using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Messaging.Outbox;

/// <summary>A message that is committed and not yet confirmed by the broker.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Order of insertion, which is the order of commit within one ordering key only.</summary>
    public long Position { get; init; }
    public required Guid MessageId { get; init; }
    public required string MessageType { get; init; }

    /// <summary>The aggregate: its messages are sent in the order they were written.</summary>
    public required Guid OrderingKey { get; init; }

    /// <summary>What is sent, byte for byte.</summary>
    public required string Body { get; init; }
    public string? TraceParent { get; init; }
    public Guid? CorrelationId { get; init; }

    /// <summary>The message whose handling announced this one; null when a request did.</summary>
    public Guid? CausationId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>By the database's clock, as all that follows.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Not sent before; a refused message waits here for its next try.</summary>
    public DateTimeOffset AvailableAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Type and code of the last refusal, never a text.</summary>
    public string? LastError { get; init; }

    /// <summary>Since when it waits for an operator; a parked message stops no other.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    public void Replay()
    {
        ParkedAt = null;
        Attempts = 0;
        AvailableAt = DateTimeOffset.UnixEpoch;
    }
}

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_message");
        builder.HasKey(message => message.Position);
        builder.Property(message => message.WrittenAt).HasDefaultValueSql("clock_timestamp()");
        builder.Property(message => message.AvailableAt).HasDefaultValueSql("clock_timestamp()");
        builder.HasIndex(message => message.MessageId).IsUnique();
        builder.HasIndex(message => new { message.AvailableAt, message.Position }).HasFilter("parked_at IS NULL");
        builder.HasIndex(message => new { message.OrderingKey, message.Position });
        builder.HasIndex(message => message.ParkedAt).HasFilter("parked_at IS NOT NULL");
    }
}
