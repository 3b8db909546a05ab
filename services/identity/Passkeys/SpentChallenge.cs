using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Passkeys;

/// <summary>A challenge that a passkey has answered: it is good once.</summary>
internal sealed class SpentChallenge
{
    /// <summary>The hash of the challenge.</summary>
    public required byte[] Id { get; init; }

    public required DateTimeOffset SpentAt { get; init; }
}

internal sealed class SpentChallengeTable : IEntityTypeConfiguration<SpentChallenge>
{
    public void Configure(EntityTypeBuilder<SpentChallenge> builder)
    {
        builder.ToTable("spent_challenge");
        builder.HasKey(challenge => challenge.Id);
        builder.HasIndex(challenge => challenge.SpentAt);
    }
}
