using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Safety;

internal sealed class SafetyConcernTable : IEntityTypeConfiguration<SafetyConcern>
{
    public const string OneOpenConcernPerResponse = "one_open_concern_per_response";

    public static SealedPlace ClosingNoteOf(Guid id) => new("safety_concern", "closing_note", id);

    public void Configure(EntityTypeBuilder<SafetyConcern> builder)
    {
        builder.ToTable("safety_concern");
        builder.Property(concern => concern.Sign).HasConversion<string>();
        builder.Property(concern => concern.Grade).HasConversion<string>();
        builder.Property(concern => concern.State).HasConversion<string>();
        builder.HasIndex(concern => concern.ResponseId).HasDatabaseName(OneOpenConcernPerResponse).IsUnique().HasFilter("state <> 'Closed'");
        builder.HasIndex(concern => new { concern.AcknowledgeBy, concern.Id }).HasDatabaseName("open_concern").HasFilter("state <> 'Closed'");
        builder.HasIndex(concern => concern.ClientId);
    }
}
