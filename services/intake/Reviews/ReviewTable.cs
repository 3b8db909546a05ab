using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Reviews;

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public const string OneOpenReviewPerClient = "one_open_review_per_client";

    public static SealedPlace ReasonsOf(Guid id) => new("review", "reasons", id);

    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("review");
        builder.Property(review => review.Decision).HasConversion<string>();
        builder.HasIndex(review => review.ClientId).HasDatabaseName(OneOpenReviewPerClient).IsUnique().HasFilter("decided_at IS NULL");
        builder.HasIndex(review => new { review.Risk, review.SubmittedAt, review.Id })
            .HasDatabaseName("review_queue").IsDescending(true, false, false).HasFilter("decided_at IS NULL");
        builder.HasIndex(review => new { review.ClientId, review.SubmittedAt });
    }
}
