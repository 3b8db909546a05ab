using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Content.Articles;

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public const string OneAddress = "ux_article_slug";
    public const string OnePlace = "ux_article_place";
    public const int LongestSlug = 100;
    public const int LongestTitle = 200;
    public const int LongestSummary = 500;

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("article");
        builder.Property(article => article.Slug).HasMaxLength(LongestSlug);
        builder.Property(article => article.Title).HasMaxLength(LongestTitle);
        builder.Property(article => article.Summary).HasMaxLength(LongestSummary);
        builder.Property(article => article.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(article => article.PreviousHint).HasMaxLength(LongestTitle);
        builder.Property(article => article.NextHint).HasMaxLength(LongestTitle);
        builder.HasOne<ArticleSeries>().WithMany().HasForeignKey(article => article.SeriesId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(article => article.Slug).IsUnique().HasDatabaseName(OneAddress);
        // A retired article gives its place back.
        builder.HasIndex(article => new { article.SeriesId, article.Position }).IsUnique()
            .HasFilter("status <> 'Retired'").HasDatabaseName(OnePlace);
        builder.HasIndex(article => new { article.PublishedAt, article.Id }).IsDescending()
            .HasFilter("status = 'Published'").HasDatabaseName("ix_article_newest");
        builder.HasIndex(article => article.Topics).HasMethod("gin").HasDatabaseName("ix_article_topics");
    }
}
