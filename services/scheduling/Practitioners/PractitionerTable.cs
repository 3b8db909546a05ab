using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.Practitioners;

internal sealed class PractitionerTable : IEntityTypeConfiguration<Practitioner>
{
    public const string OnePerAccount = "ix_practitioner_account";

    public void Configure(EntityTypeBuilder<Practitioner> builder)
    {
        builder.ToTable("practitioner");
        builder.Property(practitioner => practitioner.Id).ValueGeneratedNever();
        builder.Ignore(practitioner => practitioner.Roles);
        builder.Property<string[]>("roles").HasColumnName("roles");
        builder.Ignore(practitioner => practitioner.Qualifications);
        builder.Property<string[]>("qualifications").HasColumnName("qualifications");
        builder.Property(practitioner => practitioner.Gender).HasConversion<string>();
        builder.HasIndex(practitioner => practitioner.AccountId).IsUnique().HasDatabaseName(OnePerAccount);
        builder.OwnsMany(practitioner => practitioner.WorkingHours, hours =>
        {
            hours.ToTable("working_period");
            hours.WithOwner().HasForeignKey("PractitionerId");
            hours.HasKey("PractitionerId", nameof(WorkingPeriod.Day), nameof(WorkingPeriod.From));
            hours.Property(period => period.Day).HasConversion<short>();
            hours.Ignore(period => period.Hours);
        });
    }
}
