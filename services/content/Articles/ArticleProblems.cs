using Journease.ServiceDefaults.Errors;

namespace Journease.Content.Articles;

internal static class ArticleProblems
{
    public static readonly ProblemType Unreadable = new("article-unreadable", 400, "This text cannot be made into an article.");
    public static readonly ProblemType TitleMissing = new("article-title-missing", 400, "The article has no title.");
    public static readonly ProblemType SlugMissing = new("article-slug-missing", 400, "The article needs an address.");
    public static readonly ProblemType SlugTaken = new("article-slug-taken", 409, "Another article has this address.");
    public static readonly ProblemType TopicUnknown = new("article-topic-unknown", 400, "That topic does not exist.");
    public static readonly ProblemType PlaceMissing = new("article-place-missing", 400, "A series needs a position, and a position a series.");
    public static readonly ProblemType PlaceTaken = new("article-place-taken", 409, "Another article has this place in the series.");
    public static readonly ProblemType Retired = new("article-retired", 409, "The article is retired.");
}
