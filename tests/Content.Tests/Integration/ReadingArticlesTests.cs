using System.Net;
using Journease.Content.Articles;
using Journease.Content.Topics;
using Journease.Testing;

namespace Journease.Content.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ReadingArticlesTests(ContentHost content) : IClassFixture<ContentHost>
{
    [Fact]
    public async Task Anybody_reads_a_series_from_one_article_to_the_next()
    {
        await content.PublishedAsync("Step one", "Steps", 1);
        await content.PublishedAsync("Step three", "Steps", 3, ["self-compassion"]);
        await content.DraftAsync("", new { markdown = "# Step two, unfinished\n\nWords.", series = "Steps", position = 2 });
        await content.PublishedAsync("Step four", "Steps", 4);

        var read = await content.ReadAsync("step-three");

        Assert.Equal(("Step three", "Some words.", "<p>Some words.</p>"), (read.Title, read.Summary, read.Html));
        Assert.Equal(["self-compassion"], read.Topics);
        Assert.Equal(new("steps", "Steps", 3), read.Series);
        Assert.Equal(new("step-one", "Step one"), read.Previous);
        Assert.Equal(new("step-four", "Step four"), read.Next);
        Assert.Null(read.Notice);
        Assert.Null((await content.ReadAsync("step-one")).Previous);
        Assert.Null((await content.ReadAsync("step-four")).Next);
    }

    [Fact]
    public async Task Who_has_the_newest_text_is_not_sent_it_again_and_a_new_neighbour_counts_as_new()
    {
        await content.PublishedAsync("Kept", "Kept", 1);
        var first = await content.Anonymous.GetAsync(Address("kept"), TestContext.Current.CancellationToken);
        var etag = first.Headers.ETag!;

        Assert.False(etag.IsWeak);
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("kept", etag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("kept", $"\"other\", {etag}"));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("kept", "*"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("kept", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("kept", "nonsense"));
        await content.PublishedAsync("Kept too", "Kept", 2);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("kept", etag.ToString()));
    }

    [Fact]
    public async Task The_list_goes_on_from_page_to_page_and_misses_nothing()
    {
        var titles = Enumerable.Range(1, 7).Select(n => $"Paged {n}").ToList();
        foreach (var title in titles)
        {
            await content.PublishedAsync(title, topics: ["music-therapy"]);
        }
        await content.DraftAsync("", new { markdown = "# Paged draft\n\nWords.", topics = new[] { "music-therapy" } });

        var seen = await AllAsync("?topic=music-therapy&limit=3");

        Assert.Equal(Enumerable.Reverse(titles), seen.Select(item => item.Title));
        Assert.Empty((await content.ListAsync("?topic=art-therapy")).Items);
    }

    [Fact]
    public async Task A_series_is_listed_in_its_order()
    {
        foreach (var position in new[] { 3, 1, 2, 4 })
        {
            await content.PublishedAsync($"Ordered {position}", "In order", position);
        }

        var seen = await AllAsync("?series=in-order&limit=2");

        Assert.Equal([1, 2, 3, 4], seen.Select(item => item.Position!.Value));
        Assert.All(seen, item => Assert.Equal("in-order", item.Series));
        Assert.Empty((await content.ListAsync("?series=unknown")).Items);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?after=nonsense", "after")]
    [InlineData("?after=99999999999999999999_x", "after")]
    [InlineData("?after=9223372036854775807_0a7e6e0e6a3170008000000000000000", "after")]
    [InlineData("?series=x&after=-1", "after")]
    public async Task A_list_that_cannot_be_given_is_refused_with_the_parameter_named(string query, string field)
    {
        var problem = await content.Anonymous.GetAsync(Address(query), TestContext.Current.CancellationToken).ProblemAsync(400, "invalid");

        Assert.Contains(field, problem.Errors.Keys);
    }

    [Fact]
    public async Task Topics_are_the_shared_list_and_say_what_is_information_only()
    {
        var topics = await content.Anonymous.GetAsync(new Uri("/content/v1/topics", UriKind.Relative), TestContext.Current.CancellationToken)
            .ReadAsync<ListTopics.Response>(HttpStatusCode.OK);

        Assert.Equal(5, topics.Items.Count(topic => topic.Kind == TopicKind.TraumaEffect));
        Assert.Equal("mdma-therapy", Assert.Single(topics.Items, topic => topic.Kind == TopicKind.InformationOnly).Code);
    }

    private async Task<List<ListArticles.ArticleItem>> AllAsync(string query)
    {
        var seen = new List<ListArticles.ArticleItem>();
        for (string? after = ""; after is not null;)
        {
            var page = await content.ListAsync(query + (after.Length == 0 ? "" : "&after=" + after));
            seen.AddRange(page.Items);
            after = page.Next;
        }
        return seen;
    }

    private async Task<HttpStatusCode> StatusAsync(string slug, string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(slug));
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return (await content.Anonymous.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private static Uri Address(string path) =>
        new(ContentHost.Articles + (path.StartsWith('?') ? path : "/" + path), UriKind.Relative);
}
