using Journease.Content.Articles;
using Journease.Content.Manuscripts;
using Journease.ServiceDefaults.Errors;

namespace Journease.Content.Tests.Articles;

public sealed class PublishingAnArticleTests
{
    private static readonly DateTimeOffset Monday = new(2031, 5, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Publishing_twice_keeps_the_first_time()
    {
        var article = Draft();

        article.Publish(Monday);
        article.Publish(Monday.AddDays(1));

        Assert.Equal((ArticleStatus.Published, Monday), (article.Status, article.PublishedAt));
    }

    [Fact]
    public void A_draft_can_be_written_anew_without_anybody_being_told_that_it_was_revised()
    {
        var article = Draft();

        article.Revise(Text("Better."), null, Monday);

        Assert.Equal((2, null), (article.Revision, article.RevisedAt));
    }

    [Fact]
    public void A_revision_of_a_published_article_says_when()
    {
        var article = Draft();
        article.Publish(Monday);

        article.Revise(Text("Better."), null, Monday.AddDays(1));

        Assert.Equal((2, Monday.AddDays(1), Monday), (article.Revision, article.RevisedAt, article.PublishedAt));
    }

    [Fact]
    public void The_same_text_again_is_no_revision()
    {
        var article = Draft();
        article.Publish(Monday);

        article.Revise(Text("Text."), null, Monday.AddDays(1));

        Assert.Equal((1, null), (article.Revision, article.RevisedAt));
    }

    [Fact]
    public void A_retired_article_is_neither_published_nor_revised()
    {
        var article = Draft();
        article.Retire();
        article.Retire();

        Assert.Equal("article-retired", Assert.Throws<RuleBrokenException>(() => article.Publish(Monday)).Type.Code);
        Assert.Equal("article-retired", Assert.Throws<RuleBrokenException>(() => article.Revise(Text("Better."), null, Monday)).Type.Code);
    }

    private static Article Draft() => Article.Import("sleep", Text("Text."), null, Neighbours.None);

    private static ArticleText Text(string body) => ArticleText.From(Manuscript.Read("# Sleep\n\n" + body), null, []);
}
