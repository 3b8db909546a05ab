using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Content.Articles;

internal sealed class ArticleSeriesTable : IEntityTypeConfiguration<ArticleSeries>
{
    public const int LongestName = 120;

    public void Configure(EntityTypeBuilder<ArticleSeries> builder)
    {
        builder.ToTable("article_series");
        builder.Property(series => series.Name).HasMaxLength(LongestName);
        builder.Property(series => series.Slug).HasMaxLength(LongestName);
        builder.HasIndex(series => series.Slug).IsUnique();
    }

    /// <summary>The series of this name, made now if it is new. Two editors who name it at once get the same one.</summary>
    public static async Task<Guid> FindOrCreateAsync(ContentDbContext db, string name, string slug, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO content.article_series (id, version, slug, name) VALUES ({id}, 1, {slug}, {name}) ON CONFLICT (slug) DO NOTHING", ct);
        return await db.Series.Where(series => series.Slug == slug).Select(series => series.Id).SingleAsync(ct);
    }
}
