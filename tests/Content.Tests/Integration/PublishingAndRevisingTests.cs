using System.Net;
using Journease.Content.Articles;
using Journease.Contracts.Content;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Content.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class PublishingAndRevisingTests(ContentHost content) : IClassFixture<ContentHost>
{
    [Fact]
    public async Task Publishing_is_announced_once_however_often_it_is_asked_for()
    {
        var draft = await content.DraftAsync("Announced");

        await content.PublishAsync(draft.ArticleId);
        await content.PublishAsync(draft.ArticleId);
        await content.RetireAsync(draft.ArticleId);
        await content.PublishedAsync<ArticleRetired>(retired => retired.AggregateId == draft.ArticleId);

        var published = Assert.Single(content.Published<ArticlePublished>(), published => published.AggregateId == draft.ArticleId);
        Assert.Null(published.SubjectId);
    }

    [Fact]
    public async Task A_revision_of_a_published_article_is_live_at_once_and_announced()
    {
        var article = await content.PublishedAsync("Revised");
        var (_, etag) = await content.ManuscriptAsync(article.ArticleId);

        var revised = await ReviseAsync(article.ArticleId, "Better words.", etag).ReadAsync<ReviseArticle.Response>();

        Assert.Equal((2, "revised"), (revised.Revision, revised.Slug));
        var read = await content.ReadAsync("revised");
        Assert.Contains("Better words.", read.Html, StringComparison.Ordinal);
        Assert.NotNull(read.RevisedAt);
        var announced = await content.PublishedAsync<ArticleRevised>(fact => fact.AggregateId == article.ArticleId);
        var first = await content.PublishedAsync<ArticlePublished>(fact => fact.AggregateId == article.ArticleId);
        Assert.True(announced.AggregateVersion > first.AggregateVersion);
    }

    [Fact]
    public async Task Of_two_editors_who_read_the_same_text_the_second_to_save_is_told_so()
    {
        var article = await content.PublishedAsync("Two editors");
        var (_, etag) = await content.ManuscriptAsync(article.ArticleId);

        await ReviseAsync(article.ArticleId, "Words of the first.", etag).ExpectAsync(HttpStatusCode.OK);
        await ReviseAsync(article.ArticleId, "Words of the second.", etag).ProblemAsync(412, "version-stale");

        var (written, _) = await content.ManuscriptAsync(article.ArticleId);
        Assert.Equal("Words of the first.", written.Markdown);
    }

    [Fact]
    public async Task Of_ten_editors_who_save_at_the_same_moment_one_succeeds()
    {
        var article = await content.PublishedAsync("Ten editors");
        var (_, etag) = await content.ManuscriptAsync(article.ArticleId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => ReviseAsync(article.ArticleId, $"Words of {n}.", etag)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await refused.ProblemAsync(412, "version-stale");
        }
        Assert.Equal(2, (await content.ManuscriptAsync(article.ArticleId)).Written.Revision);
    }

    [Fact]
    public async Task A_revision_must_say_what_it_revises()
    {
        var article = await content.DraftAsync("Which version");
        var path = $"{ContentHost.Articles}/{article.ArticleId}/manuscript";
        var body = new { markdown = "# Which version\n\nWords." };

        await content.Editor.PutIfMatchAsync(path, body, "").ProblemAsync(428, "version-missing");
        await content.Editor.PutIfMatchAsync(path, body, "W/\"1\"").ProblemAsync(400);
        await content.Editor.PutIfMatchAsync($"{ContentHost.Articles}/{Guid.CreateVersion7()}/manuscript", body, "\"1\"").ProblemAsync(404, "not-found");
        await content.ClientFor(Guid.CreateVersion7(), "client").PutIfMatchAsync(path, body, "\"1\"").ProblemAsync(403);
    }

    [Fact]
    public async Task A_retired_article_is_gone_and_stays_so()
    {
        var article = await content.PublishedAsync("Gone");
        await content.RetireAsync(article.ArticleId);
        var (_, etag) = await content.ManuscriptAsync(article.ArticleId);

        await content.Anonymous.GetAsync(new Uri($"{ContentHost.Articles}/gone", UriKind.Relative)).ProblemAsync(404, "not-found");
        await content.Editor.PostOnceAsync($"{ContentHost.Articles}/{article.ArticleId}/publish").ProblemAsync(409, "article-retired");
        await ReviseAsync(article.ArticleId, "More words.", etag).ProblemAsync(409, "article-retired");
    }

    private Task<HttpResponseMessage> ReviseAsync(Guid id, string text, string etag) =>
        content.Editor.PutIfMatchAsync($"{ContentHost.Articles}/{id}/manuscript", new { markdown = text, title = "A title" }, etag);
}
