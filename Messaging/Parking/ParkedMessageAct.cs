using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Messaging.Parking;

/// <summary>What somebody did with a parked message, and why. Never changed or deleted.</summary>
internal sealed class ParkedMessageAct
{
    public const string Replayed = "replayed";
    public const string DropRequested = "drop-requested";
    public const string Dropped = "dropped";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MessageId { get; init; }
    public required string MessageType { get; init; }

    /// <summary>The aggregate that the message was about.</summary>
    public required Guid AggregateId { get; init; }
    public required string Act { get; init; }
    public required string Reason { get; init; }
    public required Guid DoneBy { get; init; }
    public required DateTimeOffset DoneAt { get; init; }

    /// <summary>Which time of being parked it was about: a request to drop does not outlive a replay.</summary>
    public required DateTimeOffset ParkedAt { get; init; }
}

internal sealed class ParkedMessageActTable : IEntityTypeConfiguration<ParkedMessageAct>
{
    public void Configure(EntityTypeBuilder<ParkedMessageAct> builder)
    {
        builder.ToTable("parked_message_act");
        builder.Property(act => act.Reason).HasMaxLength(500);
        builder.HasIndex(act => act.MessageId);
    }
}
