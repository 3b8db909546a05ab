using System.Globalization;
using Journease.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Articles;

/// <summary>The two orders in which articles are listed, each continued from where the page before it ended.</summary>
internal static class ArticlePage
{
    public static IQueryable<Article> Newest(IQueryable<Article> articles, string? after)
    {
        if (after is not null)
        {
            var parts = after.Split('_');
            if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
                || microseconds > DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond || !Guid.TryParse(parts[1], out var id))
            {
                throw NotACursor();
            }
            DateTimeOffset? at = new DateTimeOffset(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
            articles = articles.Where(article => EF.Functions.LessThan(ValueTuple.Create(article.PublishedAt, article.Id), ValueTuple.Create(at, id)));
        }
        return articles.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id);
    }

    public static IQueryable<Article> OfSeries(IQueryable<Article> articles, IQueryable<ArticleSeries> all, string slug, string? after)
    {
        var position = 0;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out position))
        {
            throw NotACursor();
        }
        return articles
            .Where(article => all.Any(series => series.Id == article.SeriesId && series.Slug == slug) && article.Position > position)
            .OrderBy(article => article.Position);
    }

    // PostgreSQL keeps microseconds.
    public static string CursorAt(DateTimeOffset publishedAt, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{publishedAt.UtcTicks / TimeSpan.TicksPerMicrosecond}_{id:N}");

    public static string CursorAt(int position) => position.ToString(CultureInfo.InvariantCulture);

    private static RuleBrokenException NotACursor() =>
        CommonProblems.Invalid.Broken("Give back the value of next as it was, or leave it out for the first page.", "after");
}
