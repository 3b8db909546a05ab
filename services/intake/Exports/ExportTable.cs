using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Exports;

internal sealed class ExportTable : IEntityTypeConfiguration<Export>
{
    public const string OneAtATime = "one_export_at_a_time";

    public static SealedPlace BundleOf(Guid id) => new("export", "bundle", id);

    public static SealedPlace PageOf(Guid id) => new("export", "page", id);

    // A part has no id of its own: the service is named in place of one.
    public static SealedPlace PartOf(Guid id, string service) => new("export_part", $"content:{service}", id);

    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.ToTable("export");
        builder.Property(export => export.State).HasConversion<string>();
        builder.HasIndex(export => export.AccountId).HasDatabaseName(OneAtATime).IsUnique().HasFilter("state = 'Gathering'");
        builder.HasIndex(export => new { export.AccountId, export.RequestedAt });
        builder.HasIndex(export => export.DueAt).HasDatabaseName("export_due").HasFilter("state = 'Gathering'");
        builder.HasIndex(export => export.ExpiresAt).HasDatabaseName("export_expiry").HasFilter("state = 'Ready'");
        builder.OwnsMany(export => export.Parts, part =>
        {
            part.ToTable("export_part");
            part.WithOwner().HasForeignKey("ExportId");
            part.HasKey("ExportId", nameof(ExportPart.Service));
            part.Property(one => one.Service).ValueGeneratedNever();
        });
    }
}
