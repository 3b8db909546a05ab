using System.Security.Cryptography;
using System.Text;
using Journease.Content.Topics;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Journease.Content.Articles;

/// <summary>Anybody reads a published article, and sees which one comes before and after it.</summary>
internal static class ReadArticle
{
    public sealed record ArticleLink(string Slug, string Title);

    public sealed record SeriesLink(string Slug, string Name, int Position);

    /// <param name="Notice">A sentence that must be shown with the article, or null.</param>
    public sealed record Response(
        string Slug, string Title, string Summary, string Html, IReadOnlyList<string> Topics, string? Notice, SeriesLink? Series,
        ArticleLink? Previous, ArticleLink? Next, DateTimeOffset PublishedAt, DateTimeOffset? RevisedAt);

    internal static void MapReadArticle(this RouteGroupBuilder articles) =>
        articles.MapGet("/{slug}", HandleAsync)
            .WithName(nameof(ReadArticle))
            .WithSummary("Read an article")
            .AllowAnonymous();

    private static async Task<Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult>> HandleAsync(
        string slug, ContentDbContext db, HttpContext http, CancellationToken ct)
    {
        var article = await PublishedArticle.FindAsync(db, slug, ct);
        if (article is null)
        {
            return CommonProblems.NotFound.Because("There is no article at this address.");
        }

        var etag = EtagOf(article);
        http.Response.Headers.ETag = etag.ToString();
        // Anybody may keep it, and asks before showing it again: a retired or corrected article is gone at once.
        http.Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(etag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.Ok(new Response(
            article.Slug, article.Title, article.Summary, article.Html, article.Topics, Topic.NoticeFor(article.Topics),
            article.Series is { } series ? new(series.Slug, series.Title, article.Position ?? 0) : null,
            LinkTo(article.Previous), LinkTo(article.Next), article.PublishedAt, article.RevisedAt));
    }

    private static ArticleLink? LinkTo(PublishedArticle.Link? link) => link is null ? null : new(link.Slug, link.Title);

    // The neighbours are part of the answer and change without the article; the module's id, because a release may change the form.
    private static EntityTagHeaderValue EtagOf(PublishedArticle article)
    {
        var around = $"{article.Previous}\n{article.Next}\n{article.Series}\n{typeof(ReadArticle).Module.ModuleVersionId}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(around)).AsSpan(0, 6));
        return new($"\"{article.Version}-{hash}\"");
    }
}
