using System.Net;
using System.Net.Http.Json;
using Journease.Content.Articles;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Content.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ImportingAnArticleTests(ContentHost content) : IClassFixture<ContentHost>
{
    [Fact]
    public async Task An_editor_brings_in_a_text_and_finds_it_as_a_draft_that_nobody_else_can_read()
    {
        var answer = await content.Editor.PostOnceAsync(ContentHost.Articles, new
        {
            markdown = "# Resting\n\nFirst words.\n\n## Why\n\n[Here](javascript:x).",
            topics = new[] { "sleep-disturbance", "sleep-disturbance" },
        });
        var imported = await answer.ReadAsync<ImportArticle.Response>(HttpStatusCode.Created);
        var (written, etag) = await content.ManuscriptAsync(imported.ArticleId);

        Assert.Equal($"{ContentHost.Articles}/{imported.ArticleId}/manuscript", answer.Headers.Location?.ToString());
        Assert.Equal(answer.Headers.ETag!.ToString(), etag);
        Assert.Equal(("resting", "Resting", ArticleStatus.Draft, 1), (imported.Slug, imported.Title, imported.Status, imported.Revision));
        Assert.Single(imported.LeftOut);
        Assert.Equal(("First words.", "First words.\n\n## Why\n\n[Here](javascript:x)."), (written.Summary, written.Markdown));
        Assert.Equal(["sleep-disturbance"], written.Topics);
        await content.Anonymous.GetAsync(Relative("/resting")).ProblemAsync(404, "not-found");
        await content.Anonymous.GetAsync(Relative($"/{imported.ArticleId}/manuscript")).ProblemAsync(401);
    }

    [Fact]
    public async Task The_practices_own_article_is_imported_published_and_read()
    {
        var text = SharedInput.Read("article-trauma-recovery.txt");

        var imported = await content.DraftAsync("", new { markdown = text, topics = new[] { "flashbacks", "mdma-therapy" } });
        await content.PublishAsync(imported.ArticleId);
        var read = await content.ReadAsync(imported.Slug);

        Assert.Equal("how-ketamine-therapy-helps-with-trauma-recovery", imported.Slug);
        Assert.NotNull(imported.PreviousHint);
        Assert.NotNull(imported.NextHint);
        Assert.DoesNotContain(imported.NextHint, read.Html, StringComparison.Ordinal);
        Assert.Contains("still being researched", read.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_article_at_the_same_address_is_refused_by_name()
    {
        await content.DraftAsync("One address");

        await content.Editor.PostOnceAsync(ContentHost.Articles, new { markdown = "# One address\n\nOther words." }).ProblemAsync(409, "article-slug-taken");
    }

    [Fact]
    public async Task Ten_editors_who_want_one_address_get_one_article_and_nine_refusals()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n =>
            content.Editor.PostOnceAsync(ContentHost.Articles, new { markdown = $"# Wanted by ten\n\nWords of {n}.", series = "Race for one", position = n + 1 })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ProblemAsync(409, "article-slug-taken");
        }
    }

    [Fact]
    public async Task One_place_in_a_series_holds_one_article_until_it_is_retired()
    {
        var first = await content.PublishedAsync("Placed first", "Places", 1);
        var second = new { markdown = "# Placed second\n\nWords.", series = "places", position = 1 };

        await content.Editor.PostOnceAsync(ContentHost.Articles, second).ProblemAsync(409, "article-place-taken");
        await content.RetireAsync(first.ArticleId);
        await content.Editor.PostOnceAsync(ContentHost.Articles, second).ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_makes_one_article()
    {
        var key = Guid.CreateVersion7();
        var body = new { markdown = "# Sent twice\n\nWords." };
        var editor = content.Editor;

        var first = await editor.PostOnceAsync(ContentHost.Articles, body, key).ReadAsync<ImportArticle.Response>(HttpStatusCode.Created);
        var again = await editor.PostOnceAsync(ContentHost.Articles, body, key).ReadAsync<ImportArticle.Response>(HttpStatusCode.Created);

        Assert.Equal(first.ArticleId, again.ArticleId);
    }

    public static readonly TheoryData<object, string, string> Wrong = new()
    {
        { new { markdown = "" }, "invalid", "markdown" },
        { new { markdown = new string('a', 50_001) }, "invalid", "markdown" },
        { new { markdown = 7 }, "invalid", "markdown" },
        { new { title = "No text" }, "invalid", "markdown" },
        { new { markdown = "# T\n\nW.", colour = "red" }, "invalid", "colour" },
        { new { markdown = "# T\n\nW.", slug = "Not A Slug" }, "invalid", "slug" },
        { new { markdown = "# T\n\nW.", title = new string('a', 201) }, "invalid", "title" },
        { new { markdown = "# T\n\nW.", summary = new string('a', 501) }, "invalid", "summary" },
        { new { markdown = "# T\n\nW.", series = "S", position = 0 }, "invalid", "position" },
        { new { markdown = "# T\n\nW.", series = "S" }, "article-place-missing", "position" },
        { new { markdown = "# T\n\nW.", position = 1 }, "article-place-missing", "series" },
        { new { markdown = "# T\n\nW.", series = "眠り", position = 1 }, "article-slug-missing", "series" },
        { new { markdown = "# 眠り\n\nW." }, "article-slug-missing", "slug" },
        { new { markdown = "# T\n\nW.", slug = "0a7e6e0e-6a31-7000-8000-000000000000" }, "article-slug-missing", "slug" },
        { new { markdown = "Only one paragraph." }, "article-title-missing", "title" },
        { new { markdown = "# T\n\nW.", title = "A\u0007B" }, "article-unreadable", "title" },
        { new { markdown = "# T\n\nA\u0000B" }, "article-unreadable", "markdown" },
        { new { markdown = "# T\n\nW.", summary = "A\nB" }, "article-unreadable", "summary" },
        { new { markdown = new string('>', 40_000) + " T" }, "article-unreadable", "markdown" },
        { new { markdown = "# T\n\nW.", topics = new[] { "gardening" } }, "article-topic-unknown", "topics" },
        { new { markdown = "# T\n\nW.", topics = new string?[] { null } }, "article-topic-unknown", "topics" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_refused_with_the_field_named(object body, string code, string field)
    {
        var problem = await content.Editor.PostOnceAsync(ContentHost.Articles, body).ProblemAsync(400, code);

        Assert.Contains(field, problem.Errors.Keys);
    }

    [Fact]
    public async Task Half_a_character_is_refused_and_not_stored()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ContentHost.Articles)
        {
            Content = new StringContent("""{"markdown":"# T\n\nA \ud800 B"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());

        await content.Editor.SendAsync(request, TestContext.Current.CancellationToken).ProblemAsync(400);
    }

    [Theory]
    [InlineData("client")]
    [InlineData("prescriber")]
    [InlineData("administrator")]
    public async Task Nobody_but_an_editor_brings_texts_in(string role)
    {
        var body = new { markdown = "# Not mine\n\nWords." };

        await content.ClientFor(Guid.CreateVersion7(), role).PostOnceAsync(ContentHost.Articles, body).ProblemAsync(403);
        await content.Anonymous.PostOnceAsync(ContentHost.Articles, body).ProblemAsync(401);
        await content.Editor.PostAsJsonAsync(ContentHost.Articles, body, TestContext.Current.CancellationToken).ProblemAsync(400);
    }

    [Fact]
    public async Task Nothing_of_a_text_is_logged_whether_it_is_taken_or_refused()
    {
        await content.DraftAsync("Canary-heading", new { markdown = "# Canary-heading\n\nCanary-body.", summary = "Canary-summary" });
        await content.Editor.PostOnceAsync(ContentHost.Articles, new { markdown = "# Canary-heading\n\nCanary-body." }).ProblemAsync(409);
        await content.Editor.PostOnceAsync(ContentHost.Articles, new { markdown = "# Canary\u0007\n\nCanary-body." }).ProblemAsync(400);

        Assert.DoesNotContain("canary", content.Log.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static Uri Relative(string path) => new(ContentHost.Articles + path, UriKind.Relative);
}
