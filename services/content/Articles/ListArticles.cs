using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Articles;

/// <summary>Anybody sees what there is to read: newest first, or one series in its order.</summary>
internal static class ListArticles
{
    public sealed record ArticleItem(
        string Slug, string Title, string Summary, IReadOnlyList<string> Topics, string? Series, int? Position, DateTimeOffset PublishedAt);

    /// <param name="Items">The articles of this page.</param>
    /// <param name="Next">Give it back as <c>after</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<ArticleItem> Items, string? Next);

    internal static void MapListArticles(this RouteGroupBuilder articles) =>
        articles.MapGet("/", HandleAsync)
            .WithName(nameof(ListArticles))
            .WithSummary("List published articles, of one topic or series if you like")
            .AllowAnonymous()
            .ProducesValidationProblem();

    private static async Task<Ok<Response>> HandleAsync(
        ContentDbContext db,
        [StringLength(60)] string? topic = null,
        [StringLength(ArticleSeriesTable.LongestName)] string? series = null,
        [StringLength(80)] string? after = null,
        [Range(1, 100)] int limit = 20,
        CancellationToken ct = default)
    {
        var published = db.Articles.AsNoTracking().Where(article => article.Status == ArticleStatus.Published);
        if (topic is not null)
        {
            published = published.Where(article => article.Topics.Contains(topic));
        }

        var page = series is null ? ArticlePage.Newest(published, after) : ArticlePage.OfSeries(published, db.Series, series, after);
        var rows = await page
            .Take(limit + 1)
            .Select(article => new
            {
                article.Id,
                Item = new ArticleItem(
                    article.Slug, article.Title, article.Summary, article.Topics,
                    db.Series.Where(s => s.Id == article.SeriesId).Select(s => s.Slug).FirstOrDefault(), article.Position, article.PublishedAt!.Value),
            })
            .ToListAsync(ct);

        var items = rows.Take(limit).ToList();
        var last = items.LastOrDefault();
        var next = rows.Count <= limit || last is null ? null
            : series is null ? ArticlePage.CursorAt(last.Item.PublishedAt, last.Id) : ArticlePage.CursorAt(last.Item.Position ?? 0);
        return TypedResults.Ok(new Response([.. items.Select(row => row.Item)], next));
    }
}
