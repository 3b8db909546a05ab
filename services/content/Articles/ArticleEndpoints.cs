using Journease.ServiceDefaults.Auditing;

namespace Journease.Content.Articles;

internal static class ArticleEndpoints
{
    internal static void MapArticles(this RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles").WithoutPersonalData();
        articles.MapListArticles();
        articles.MapReadArticle();
        articles.MapImportArticle();
        articles.MapReadManuscript();
        articles.MapReviseArticle();
        articles.MapPublishArticle();
        articles.MapRetireArticle();
    }
}
