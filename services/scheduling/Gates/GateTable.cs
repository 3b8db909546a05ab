using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.Gates;

/// <summary>One row holds everything, so that the statement that locks it also reads what the last holder committed.</summary>
internal sealed class GateTable : IEntityTypeConfiguration<Gate>
{
    public void Configure(EntityTypeBuilder<Gate> builder)
    {
        builder.ToTable("gate");
        builder.Property(gate => gate.Id).ValueGeneratedNever();
        builder.OwnsMany(gate => gate.Clearances, facts => facts.ToJson("clearances"));
        builder.OwnsMany(gate => gate.Consents, facts => facts.ToJson("consents"));
        builder.OwnsMany(gate => gate.Concerns, facts =>
        {
            facts.ToJson("concerns");
            facts.Ignore(fact => fact.IsOpenAndHigh);
        });
    }
}

internal sealed class ClearanceExpiryTable : IEntityTypeConfiguration<ClearanceExpiry>
{
    public void Configure(EntityTypeBuilder<ClearanceExpiry> builder)
    {
        builder.ToTable("clearance_expiry");
        builder.Property(expiry => expiry.Id).ValueGeneratedNever();
        builder.HasIndex(expiry => expiry.DueAt);
        builder.HasIndex(expiry => expiry.ClientId);
    }
}
