using Journease.Content.Articles;
using Journease.Content.Manuscripts;
using Journease.ServiceDefaults.Errors;

namespace Journease.Content.Tests.Manuscripts;

public sealed class CheckingAnArticlesTextTests
{
    [Theory]
    [InlineData("Sleep: what helps?", "sleep-what-helps")]
    [InlineData("It's Élan — naïve", "its-elan-naive")]
    [InlineData("  --  ", "")]
    [InlineData("眠り", "")]
    [InlineData("988", "988")]
    public void The_address_is_made_of_the_title(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void A_long_title_gives_an_address_that_ends_with_a_whole_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("sleeping", 30)));

        Assert.InRange(slug.Length, 60, 80);
        Assert.EndsWith("-sleeping", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_summary_the_first_paragraph_is_one_cut_at_a_word()
    {
        var text = Text("# T\n\n" + string.Concat(Enumerable.Repeat("sleeping ", 60)));

        Assert.EndsWith("sleeping…", text.Summary, StringComparison.Ordinal);
        Assert.InRange(text.Summary.Length, 200, 281);
    }

    [Theory]
    [InlineData("Just one paragraph.", "article-title-missing")]
    [InlineData("# Title only", "article-unreadable")]
    [InlineData("# T\n\nA bell \a rings.", "article-unreadable")]
    [InlineData("# T\n\nA \0 nothing.", "article-unreadable")]
    [InlineData("# T \u0085 \u001b\n\nText.", "article-unreadable")]
    public void What_cannot_be_an_article_is_refused_by_name(string markdown, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Text(markdown)).Type.Code);

    [Fact]
    public void A_topic_that_is_not_on_the_list_is_refused()
    {
        var refused = Assert.Throws<RuleBrokenException>(() => ArticleText.From(Manuscript.Read("# T\n\nText."), null, ["gardening"]));

        Assert.Equal((ArticleProblems.TopicUnknown, "topics"), (refused.Type, refused.Field));
    }

    private static ArticleText Text(string markdown) => ArticleText.From(Manuscript.Read(markdown), null, []);
}
