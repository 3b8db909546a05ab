using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Messaging.Inbox;

/// <summary>How often a message came back without an answer: whoever handled it may have died of it.</summary>
internal sealed class Redelivery
{
    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required int Times { get; init; }
    public required DateTimeOffset LastAt { get; init; }
}

internal sealed class RedeliveryTable : IEntityTypeConfiguration<Redelivery>
{
    public void Configure(EntityTypeBuilder<Redelivery> builder)
    {
        builder.ToTable("redelivery");
        builder.HasKey(redelivery => new { redelivery.MessageId, redelivery.Consumer });
        builder.HasIndex(redelivery => redelivery.LastAt);
    }
}
