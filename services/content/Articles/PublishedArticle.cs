using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Articles;

/// <summary>A published article with its neighbours, fetched in one query on the address.</summary>
internal sealed record PublishedArticle(
    long Version, string Slug, string Title, string Summary, string Html, string[] Topics, int? Position,
    DateTimeOffset PublishedAt, DateTimeOffset? RevisedAt,
    PublishedArticle.Link? Series, PublishedArticle.Link? Previous, PublishedArticle.Link? Next)
{
    internal sealed record Link(string Slug, string Title);

    // Compiled: building the query anew costs more than running it.
    private static readonly Func<ContentDbContext, string, CancellationToken, Task<PublishedArticle?>> BySlug =
        EF.CompileAsyncQuery((ContentDbContext db, string slug, CancellationToken ct) => db.Articles.AsNoTracking()
            .Where(article => article.Slug == slug && article.Status == ArticleStatus.Published)
            .Select(article => new PublishedArticle(
                article.Version, article.Slug, article.Title, article.Summary, article.Html, article.Topics, article.Position,
                article.PublishedAt!.Value, article.RevisedAt,
                db.Series.Where(series => series.Id == article.SeriesId)
                    .Select(series => new Link(series.Slug, series.Name)).FirstOrDefault(),
                db.Articles.Where(other => other.SeriesId == article.SeriesId && other.Status == ArticleStatus.Published && other.Position < article.Position)
                    .OrderByDescending(other => other.Position).Select(other => new Link(other.Slug, other.Title)).FirstOrDefault(),
                db.Articles.Where(other => other.SeriesId == article.SeriesId && other.Status == ArticleStatus.Published && other.Position > article.Position)
                    .OrderBy(other => other.Position).Select(other => new Link(other.Slug, other.Title)).FirstOrDefault()))
            .SingleOrDefault());

    public static Task<PublishedArticle?> FindAsync(ContentDbContext db, string slug, CancellationToken ct) => BySlug(db, slug, ct);
}
