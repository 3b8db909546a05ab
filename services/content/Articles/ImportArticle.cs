using System.ComponentModel.DataAnnotations;
using Journease.Content.Manuscripts;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Content.Articles;

/// <summary>An editor brings a text in, as Markdown or as the practice writes it. It is a draft until it is published.</summary>
internal static class ImportArticle
{
    public const int LongestText = 50_000;

    public sealed record Request(
        [StringLength(LongestText, MinimumLength = 1)] string Markdown,
        [StringLength(ArticleTable.LongestTitle)] string? Title = null,
        [StringLength(ArticleTable.LongestSlug)][RegularExpression(Slug.Pattern)] string? Slug = null,
        [StringLength(ArticleTable.LongestSummary)] string? Summary = null,
        [MaxLength(20)] IReadOnlyList<string>? Topics = null,
        [StringLength(ArticleSeriesTable.LongestName)] string? Series = null,
        [Range(1, 1000)] int? Position = null);

    /// <param name="PreviousHint">The title that the text named as the article before it.</param>
    /// <param name="NextHint">The title that the text named as the article after it.</param>
    /// <param name="LeftOut">Sentences about what was not taken over.</param>
    public sealed record Response(
        Guid ArticleId, string Slug, string Title, ArticleStatus Status, int Revision,
        string? PreviousHint, string? NextHint, IReadOnlyList<string> LeftOut);

    internal static void MapImportArticle(this RouteGroupBuilder articles) =>
        articles.MapPost("/", HandleAsync)
            .Refuses(
                ArticleProblems.Unreadable, ArticleProblems.TitleMissing, ArticleProblems.SlugMissing, ArticleProblems.SlugTaken,
                ArticleProblems.TopicUnknown, ArticleProblems.PlaceMissing, ArticleProblems.PlaceTaken)
            .WithName(nameof(ImportArticle))
            .WithSummary("Bring a text in as a draft")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Editor))
            .RequireIdempotencyKey()
            .ProducesValidationProblem();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Request request, ContentDbContext db, HttpResponse response, CancellationToken ct)
    {
        var manuscript = Manuscript.Read(request.Markdown, request.Title);
        var text = ArticleText.From(manuscript, request.Summary, request.Topics ?? []);
        var slug = request.Slug ?? Slug.From(text.Title);
        if (slug.Length == 0 || Guid.TryParse(slug, out _))
        {
            throw ArticleProblems.SlugMissing.Broken("No address can be made of the title. Give a slug of letters a-z, digits and hyphens.", "slug");
        }

        var place = await SeriesPlace.FindAsync(db, request.Series, request.Position, ct);
        var article = Article.Import(slug, text, place, manuscript.Named);
        db.Articles.Add(article);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: ArticleTable.OneAddress })
        {
            return ArticleProblems.SlugTaken.Because("Give another slug or title, or revise the article that is there.");
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: ArticleTable.OnePlace })
        {
            return ArticleProblems.PlaceTaken.Because("Give another position, or move or retire the article that is there.");
        }

        response.SetEtag(article);
        return TypedResults.Created($"/content/v1/articles/{article.Id}/manuscript", new Response(
            article.Id, article.Slug, article.Title, article.Status, article.Revision,
            article.PreviousHint, article.NextHint, text.LeftOut));
    }
}
