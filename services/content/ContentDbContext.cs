using Journease.Content.Articles;
using Journease.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content;

/// <summary>Articles and series. Nothing about a person.</summary>
internal sealed class ContentDbContext(DbContextOptions<ContentDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "content";

    public DbSet<Article> Articles => Set<Article>();
    public DbSet<ArticleSeries> Series => Set<ArticleSeries>();
}
