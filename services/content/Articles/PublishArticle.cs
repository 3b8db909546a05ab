using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Articles;

/// <summary>An editor lets everybody read an article.</summary>
internal static class PublishArticle
{
    public sealed record Response(Guid ArticleId, string Slug, ArticleStatus Status, DateTimeOffset? PublishedAt);

    internal static void MapPublishArticle(this RouteGroupBuilder articles) =>
        articles.MapPost("/{id:guid}/publish", HandleAsync)
            .Refuses(ArticleProblems.Retired)
            .WithName(nameof(PublishArticle))
            .WithSummary("Let everybody read an article")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Editor))
            .RequireIdempotencyKey();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, ContentDbContext db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var article = await db.Articles.SingleOrDefaultAsync(article => article.Id == id, ct);
        if (article is null)
        {
            return CommonProblems.NotFound.Because("There is no article with this id.");
        }

        article.Publish(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        response.SetEtag(article);
        return TypedResults.Ok(new Response(article.Id, article.Slug, article.Status, article.PublishedAt));
    }
}
