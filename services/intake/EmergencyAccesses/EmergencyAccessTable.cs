using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.EmergencyAccesses;

internal sealed class EmergencyAccessTable : IEntityTypeConfiguration<EmergencyAccess>
{
    public static SealedPlace WordsOf(Guid id) => new("emergency_access", "words", id);

    public void Configure(EntityTypeBuilder<EmergencyAccess> builder)
    {
        builder.ToTable("emergency_access");
        builder.Property(access => access.Reason).HasConversion<string>();
        builder.HasIndex(access => new { access.AccountId, access.ClientId, access.ExpiresAt });
        builder.HasIndex(access => access.ClientId);
    }
}
