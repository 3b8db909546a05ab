using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Consents;

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public const string OneConsentInForcePerKind = "one_consent_in_force_per_kind";

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consent");
        builder.HasIndex(consent => new { consent.ClientId, consent.Kind, consent.DocumentVersion })
            .HasDatabaseName(OneConsentInForcePerKind).IsUnique().HasFilter("withdrawn_at IS NULL");
        builder.HasIndex(consent => consent.ClientId);
    }
}
