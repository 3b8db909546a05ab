using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Throttling;

/// <summary>When all tries counted under a key will be forgotten: one time instead of a list of tries. All replicas share it.</summary>
internal sealed class ThrottleCount
{
    public byte[] Key { get; private init; } = [];

    public DateTimeOffset ForgottenAt { get; private init; }

    public TimeSpan Slack { get; private init; }
}

internal sealed class ThrottleCountTable : IEntityTypeConfiguration<ThrottleCount>
{
    public void Configure(EntityTypeBuilder<ThrottleCount> builder)
    {
        builder.ToTable("throttle_count");
        builder.HasKey(count => count.Key);
        builder.HasIndex(count => count.ForgottenAt);
    }
}
