using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Messaging.Inbox;

/// <summary>A message that a consumer has handled, remembered in the transaction of its effect.</summary>
internal sealed class InboxMessage
{
    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

internal sealed class InboxMessageTable : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox_message");
        builder.HasKey(message => new { message.MessageId, message.Consumer });
        builder.HasIndex(message => message.ReceivedAt);
    }
}
