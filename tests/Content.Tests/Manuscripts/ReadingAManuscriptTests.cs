using Journease.Content.Manuscripts;

namespace Journease.Content.Tests.Manuscripts;

public sealed class ReadingAManuscriptTests
{
    private const string AsThePracticeWrites = """
        Why Nights Can Be Hard

        Sleep is often the first thing to go. It can come back.

        What Happens at Night: A Short Look

        The body stays on guard. Here is how that shows:

        - Waking Early: Before the alarm, and wide awake.

        - Dreams: Vivid ones, that stay.

        Conclusion

        Be patient with yourself.

        Previous
        Previous

        Rest and Recovery

        Next
        Next

        Small Steps
        """;

    [Fact]
    public void A_leading_heading_is_the_title_and_leaves_the_text()
    {
        var manuscript = Manuscript.Read("# Sleep *well*\n\nText.\n\n## More\n\nText.");

        Assert.Equal("Sleep well", manuscript.Title);
        Assert.Equal("Text.\n\n## More\n\nText.", manuscript.Body);
    }

    [Fact]
    public void An_underlined_heading_is_one_too()
    {
        var manuscript = Manuscript.Read("Sleep\n=====\n\nText.");

        Assert.Equal(("Sleep", "Text."), (manuscript.Title, manuscript.Body));
    }

    [Fact]
    public void A_heading_further_down_is_borrowed_and_stays()
    {
        var manuscript = Manuscript.Read("A quote first, to begin.\n\n## Sleep\n\nText.");

        Assert.Equal("Sleep", manuscript.Title);
        Assert.StartsWith("A quote first", manuscript.Body, StringComparison.Ordinal);
        Assert.Contains("## Sleep", manuscript.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sleep", "Text.")]
    [InlineData("Something else", "# Sleep\n\nText.")]
    public void A_title_given_besides_wins_and_a_heading_that_repeats_it_is_dropped(string title, string body)
    {
        var manuscript = Manuscript.Read("# Sleep\n\nText.", title);

        Assert.Equal((title, body), (manuscript.Title, manuscript.Body));
    }

    [Theory]
    [InlineData("Only one paragraph")]
    [InlineData("A paragraph\nof two lines.\n\nAnd another.")]
    [InlineData("")]
    [InlineData("\n\n")]
    public void A_text_without_anything_like_a_title_has_none(string text) => Assert.Null(Manuscript.Read(text).Title);

    [Fact]
    public void The_practices_way_of_writing_becomes_headings_and_lists()
    {
        var manuscript = Manuscript.Read(AsThePracticeWrites);

        Assert.Equal("Why Nights Can Be Hard", manuscript.Title);
        Assert.Equal(
            """
            Sleep is often the first thing to go. It can come back.

            ## What Happens at Night: A Short Look

            The body stays on guard. Here is how that shows:

            - **Waking Early:** Before the alarm, and wide awake.
            - **Dreams:** Vivid ones, that stay.

            ## Conclusion

            Be patient with yourself.
            """.ReplaceLineEndings("\n"),
            manuscript.Body);
    }

    [Fact]
    public void The_articles_before_and_after_become_hints_and_leave_the_text()
    {
        var manuscript = Manuscript.Read(AsThePracticeWrites);

        Assert.Equal(new Neighbours("Rest and Recovery", "Small Steps"), manuscript.Named);
        Assert.DoesNotContain("Small Steps", manuscript.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A\n\nText.\n\nNext\nNext\nB", null, "B")]
    [InlineData("# A\n\nText.\n\nPrevious\nPrevious\nB", "B", null)]
    [InlineData("# A\n\nText.\r\n\r\nPrevious\r\nPrevious\r\n\r\nB\r\n\r\nNext\r\nNext\r\n\r\nC\r\n", "B", "C")]
    [InlineData("# A\n\nWhat comes Next\nNext\nB", null, null)]
    public void Either_neighbour_may_be_missing(string text, string? previous, string? next)
    {
        var manuscript = Manuscript.Read(text);

        Assert.Equal(new Neighbours(previous, next), manuscript.Named);
        Assert.StartsWith(previous is null && next is null ? "What comes" : "Text.", manuscript.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_what_was_read_changes_nothing_more()
    {
        var once = Manuscript.Read(AsThePracticeWrites);

        Assert.Equal(once.Body, Manuscript.Read($"# {once.Title}\n\n{once.Body}").Body);
    }

    [Fact]
    public void The_practices_own_article_is_read_whole()
    {
        var source = SharedInput.Read("article-trauma-recovery.txt");

        var manuscript = Manuscript.Read(source);
        var text = ArticleText.From(manuscript, null, ["flashbacks"]);

        var lines = source.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines[0], manuscript.Title);
        Assert.Equal((lines[^4], lines[^1]), (manuscript.Named.Previous, manuscript.Named.Next));
        Assert.Equal(5, text.Html.Split("<h2 ").Length - 1);
        Assert.Equal(source.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)), text.Html.Split("<li>").Length - 1);
        Assert.StartsWith(text.Summary.TrimEnd('…'), lines[1], StringComparison.Ordinal);
        HtmlChecker.AssertHarmless(text.Html);
        // Every word of the text is still there.
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text.Html).Body!.TextContent;
        Assert.All(lines[1..^6], line => Assert.Contains(line.TrimStart('-', ' '), shown, StringComparison.Ordinal));
    }
}
