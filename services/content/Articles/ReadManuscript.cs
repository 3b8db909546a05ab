using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Articles;

/// <summary>An editor reads an article as it is written, published or not, to revise it.</summary>
internal static class ReadManuscript
{
    public sealed record Response(
        Guid ArticleId, string Slug, string Title, string Summary, string Markdown, string Html, IReadOnlyList<string> Topics,
        string? Series, int? Position, ArticleStatus Status, int Revision, string? PreviousHint, string? NextHint,
        DateTimeOffset? PublishedAt, DateTimeOffset? RevisedAt);

    internal static void MapReadManuscript(this RouteGroupBuilder articles) =>
        articles.MapGet("/{id:guid}/manuscript", HandleAsync)
            .WithName(nameof(ReadManuscript))
            .WithSummary("Read an article as it is written")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Editor));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, ContentDbContext db, HttpResponse response, CancellationToken ct)
    {
        var found = await db.Articles.AsNoTracking().Where(article => article.Id == id)
            .Select(article => new
            {
                Article = article,
                Series = db.Series.Where(series => series.Id == article.SeriesId).Select(series => series.Name).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return CommonProblems.NotFound.Because("There is no article with this id.");
        }

        var written = found.Article;
        response.SetEtag(written);
        return TypedResults.Ok(new Response(
            written.Id, written.Slug, written.Title, written.Summary, written.Markdown, written.Html, written.Topics,
            found.Series, written.Position, written.Status, written.Revision, written.PreviousHint, written.NextHint,
            written.PublishedAt, written.RevisedAt));
    }
}
