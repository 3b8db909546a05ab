using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Clearances;

internal sealed class ClearanceTable : IEntityTypeConfiguration<Clearance>
{
    public static SealedPlace WithdrawalReasonOf(Guid id) => new("clearance", "withdrawal_reason", id);

    public void Configure(EntityTypeBuilder<Clearance> builder)
    {
        builder.ToTable("clearance");
        builder.HasIndex(clearance => clearance.ClientId);
        builder.HasIndex(clearance => clearance.ReviewId).HasDatabaseName("one_clearance_per_review").IsUnique();
    }
}
