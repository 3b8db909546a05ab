using Journease.Portal.Articles;

namespace Journease.Portal.Tests.Pages;

public sealed class ArticleLeadTests
{
    [Theory]
    [InlineData("Trauma is not <em>your</em> fault.", "Trauma is not your fault.")]
    [InlineData("It isn&#39;t\nyour fault.", "It isn't your fault.")]
    [InlineData("A long beginning that goes on", "A long beginning…")]
    public void A_summary_that_only_repeats_the_beginning_is_left_out(string beginning, string summary) =>
        Assert.Null(ArticleLead.Of(Article($"<p>{beginning}</p>\n<p>More.</p>", summary)));

    [Fact]
    public void A_summary_with_words_of_its_own_is_kept() =>
        Assert.Equal("What sleep does.", ArticleLead.Of(Article("<p>Some nights are long.</p>", "What sleep does.")));

    private static Article Article(string html, string summary) =>
        new("slug", "Title", summary, html, null, null, null, null, null, default, null);
}
