using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Articles;

/// <summary>An editor takes an article away for good; its place in the series becomes free.</summary>
internal static class RetireArticle
{
    public sealed record Response(Guid ArticleId, string Slug, ArticleStatus Status);

    internal static void MapRetireArticle(this RouteGroupBuilder articles) =>
        articles.MapPost("/{id:guid}/retire", HandleAsync)
            .WithName(nameof(RetireArticle))
            .WithSummary("Take an article away for good")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Editor))
            .RequireIdempotencyKey();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, ContentDbContext db, HttpResponse response, CancellationToken ct)
    {
        var article = await db.Articles.SingleOrDefaultAsync(article => article.Id == id, ct);
        if (article is null)
        {
            return CommonProblems.NotFound.Because("There is no article with this id.");
        }

        article.Retire();
        await db.SaveChangesAsync(ct);
        response.SetEtag(article);
        return TypedResults.Ok(new Response(article.Id, article.Slug, article.Status));
    }
}
