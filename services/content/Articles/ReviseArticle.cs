using System.ComponentModel.DataAnnotations;
using Journease.Content.Manuscripts;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Content.Articles;

/// <summary>An editor gives an article a new text. A published one is live at once; its address stays.</summary>
internal static class ReviseArticle
{
    public sealed record Request(
        [StringLength(ImportArticle.LongestText, MinimumLength = 1)] string Markdown,
        [StringLength(ArticleTable.LongestTitle)] string? Title = null,
        [StringLength(ArticleTable.LongestSummary)] string? Summary = null,
        [MaxLength(20)] IReadOnlyList<string>? Topics = null,
        [StringLength(ArticleSeriesTable.LongestName)] string? Series = null,
        [Range(1, 1000)] int? Position = null);

    public sealed record Response(Guid ArticleId, string Slug, string Title, ArticleStatus Status, int Revision, IReadOnlyList<string> LeftOut);

    internal static void MapReviseArticle(this RouteGroupBuilder articles) =>
        articles.MapPut("/{id:guid}/manuscript", HandleAsync)
            .Refuses(
                ArticleProblems.Unreadable, ArticleProblems.TitleMissing, ArticleProblems.SlugMissing, ArticleProblems.TopicUnknown,
                ArticleProblems.PlaceMissing, ArticleProblems.PlaceTaken, ArticleProblems.Retired)
            .WithName(nameof(ReviseArticle))
            .WithSummary("Give an article a new text")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Editor))
            .RequireIfMatch()
            .ProducesValidationProblem();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ContentDbContext db, IfMatch ifMatch, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var article = await db.Articles.SingleOrDefaultAsync(article => article.Id == id, ct);
        if (article is null)
        {
            return CommonProblems.NotFound.Because("There is no article with this id.");
        }
        ifMatch.Require(article);

        var text = ArticleText.From(Manuscript.Read(request.Markdown, request.Title), request.Summary, request.Topics ?? []);
        var place = await SeriesPlace.FindAsync(db, request.Series, request.Position, ct);
        article.Revise(text, place, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: ArticleTable.OnePlace })
        {
            return ArticleProblems.PlaceTaken.Because("Give another position, or move or retire the article that is there.");
        }

        response.SetEtag(article);
        return TypedResults.Ok(new Response(article.Id, article.Slug, article.Title, article.Status, article.Revision, text.LeftOut));
    }
}
