using System.Net;
using Journease.Content.Articles;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Content.Tests.Integration;

/// <summary>The content service with an editor at hand.</summary>
public sealed class ContentHost() : ServiceHost<Program>("content")
{
    public const string Articles = "/content/v1/articles";

    public HttpClient Editor => ClientFor(Guid.CreateVersion7(), "editor");

    internal async Task<ImportArticle.Response> DraftAsync(string title, object? more = null, string text = "Some words.") =>
        await Editor.PostOnceAsync(Articles, more ?? new { markdown = $"# {title}\n\n{text}" })
            .ReadAsync<ImportArticle.Response>(HttpStatusCode.Created);

    internal async Task<ImportArticle.Response> PublishedAsync(
        string title, string? series = null, int? position = null, string[]? topics = null, string text = "Some words.")
    {
        var draft = await DraftAsync(title, new { markdown = $"# {title}\n\n{text}", series, position, topics });
        await PublishAsync(draft.ArticleId);
        return draft;
    }

    public async Task PublishAsync(Guid id) => await Editor.PostOnceAsync($"{Articles}/{id}/publish").ExpectAsync(HttpStatusCode.OK);

    public async Task RetireAsync(Guid id) => await Editor.PostOnceAsync($"{Articles}/{id}/retire").ExpectAsync(HttpStatusCode.OK);

    /// <summary>What the editor reads and the ETag to change it with.</summary>
    internal async Task<(ReadManuscript.Response Written, string Etag)> ManuscriptAsync(Guid id)
    {
        var response = await Editor.GetAsync(new Uri($"{Articles}/{id}/manuscript", UriKind.Relative));
        return (await response.ReadAsync<ReadManuscript.Response>(), response.Headers.ETag!.ToString());
    }

    internal Task<ReadArticle.Response> ReadAsync(string slug) =>
        Anonymous.GetAsync(new Uri($"{Articles}/{slug}", UriKind.Relative)).ReadAsync<ReadArticle.Response>();

    internal Task<ListArticles.Response> ListAsync(string query = "") =>
        Anonymous.GetAsync(new Uri(Articles + query, UriKind.Relative)).ReadAsync<ListArticles.Response>();
}
