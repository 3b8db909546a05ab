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
    public required Guid OrderingKey { get; init; }
    public required string Body { get; init; }
    public string? TraceParent { get; init; }
    public Guid? CorrelationId { get; init; }
    public Guid? CausationId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset AvailableAt { get; init; }
    public int Attempts { get; init; }
    public string? LastError { get; init; }
    public DateTimeOffset? ParkedAt { get; init; }
}

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_message");
        builder.HasKey(message => message.Position);
        builder.HasIndex(message => message.MessageId).IsUnique();
        builder.HasIndex(message => new { message.AvailableAt, message.Position }).HasFilter("parked_at IS NULL");
        builder.HasIndex(message => new { message.OrderingKey, message.Position });
    }
}
