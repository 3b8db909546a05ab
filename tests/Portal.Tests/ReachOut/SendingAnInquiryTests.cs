using System.Net;
using System.Text.Json.Nodes;
using Journease.Testing;

namespace Journease.Portal.Tests.ReachOut;

[Trait("Needs", "servers")]
public sealed class SendingAnInquiryTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Hostile = "</textarea><script>alert(1)</script> \u202eRTL \u05d0\u05d1 \U0001F642";

    [Fact]
    public async Task An_inquiry_is_kept_and_the_page_says_who_answers_and_when()
    {
        using var visitor = portal.Visitor();
        var form = await FilledAsync(visitor, "Alex of the happy path");
        form["Sent.SafeToLeaveMessage"] = "no";

        var response = await visitor.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.OK);
        var page = await response.ReadAsync();

        Assert.Equal("/reach-out/received", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("Robin, our coordinator.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By tomorrow at noon.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='tel:988']"));
        Assert.NotNull(page.QuerySelector("main a[href='tel:911']"));
        var kept = JsonNode.Parse(Assert.Single(KeptFor("Alex of the happy path")))!;
        Assert.Equal("email", (string?)kept["contactWay"]);
        Assert.Equal("alex@example.org", (string?)kept["contact"]);
        Assert.False((bool?)kept["safeToLeaveMessage"]);
        Assert.Equal(5, kept.AsObject().Count);
    }

    [Fact]
    public async Task Sending_the_same_form_twice_at_once_keeps_one_inquiry()
    {
        using var visitor = portal.Visitor();
        var form = await FilledAsync(visitor, "Alex the impatient");

        var both = await Task.WhenAll(visitor.SendAsync("/reach-out", form), visitor.SendAsync("/reach-out", form));

        Assert.All(both, answer => Assert.Equal("/reach-out/received", answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Single(KeptFor("Alex the impatient"));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_in_the_summary_and_nothing_is_lost()
    {
        using var visitor = portal.Visitor();
        var form = (await visitor.PageAsync("/reach-out")).Values("/reach-out");
        form["Sent.Message"] = Hostile;
        form["Sent.ContactWay"] = "phone";
        form["Sent.Contact"] = "not a number";

        var response = await visitor.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await response.ReadAsync();

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#field-name", "#field-contact"], page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("#field-name[aria-invalid=true][aria-describedby='field-name-hint field-name-error']"));
        Assert.NotNull(page.QuerySelector("#field-name-error"));
        var values = page.Values("/reach-out");
        Assert.Equal(Hostile, values["Sent.Message"]);
        Assert.Equal("not a number", values["Sent.Contact"]);
        Assert.Equal("phone", values["Sent.ContactWay"]);
        Assert.Equal(form["Sent.Key"], values["Sent.Key"]);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Theory]
    [InlineData("Sent.Name", 10_000)]
    [InlineData("Sent.Contact", 10_000)]
    [InlineData("Sent.Message", 20_000)]
    public async Task A_text_that_is_too_long_is_given_back_with_how_much_is_too_much(string field, int length)
    {
        using var visitor = portal.Visitor();
        var form = await FilledAsync(visitor, "Alex the thorough");
        form[field] = new string('x', length);

        var response = await visitor.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await response.ReadAsync();

        Assert.Contains("over.", Assert.Single(page.QuerySelectorAll(".field-error")).TextContent, StringComparison.Ordinal);
        Assert.Equal(form[field], page.Values("/reach-out")[field]);
        Assert.Empty(KeptFor("Alex the thorough"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_shown_again_with_everything_in_it()
    {
        using var visitor = portal.Visitor();
        using var stranger = portal.Visitor();
        var form = await FilledAsync(visitor, "Alex without cookies");

        var response = await stranger.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.BadRequest);
        var again = (await response.ReadAsync()).Values("/reach-out");
        Assert.Equal("Alex without cookies", again["Sent.Name"]);
        Assert.Empty(KeptFor("Alex without cookies"));

        await stranger.SendAsync("/reach-out", again).ExpectAsync(HttpStatusCode.OK);
        Assert.Single(KeptFor("Alex without cookies"));
    }

    [Fact]
    public async Task Another_text_after_an_unclear_answer_is_kept_as_a_second_inquiry()
    {
        using var visitor = portal.Visitor();
        var form = await FilledAsync(visitor, "Alex who thought of more");
        await visitor.SendAsync("/reach-out", form);
        form["Sent.Message"] = "And one more thing";

        var response = await visitor.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.Conflict);
        var page = await response.ReadAsync();
        Assert.Contains("Your earlier message did reach us", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        await visitor.SendAsync("/reach-out", page.Values("/reach-out")).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(2, KeptFor("Alex who thought of more").Count());
    }

    [Fact]
    public async Task A_form_larger_than_any_message_is_refused_in_words()
    {
        using var visitor = portal.Visitor();
        var form = await FilledAsync(visitor, "Alex with a book");
        form["Sent.Message"] = new string('x', 100_000);

        var page = await (await visitor.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.RequestEntityTooLarge)).ReadAsync();

        Assert.Equal("That was more than we can take at once", page.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task The_confirmation_says_only_what_the_practice_said()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync("/reach-out/received?answer=pay-us-first");
        Assert.DoesNotContain("pay-us-first", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A coordinator of the practice", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_written_is_in_the_log()
    {
        using var visitor = portal.Visitor();
        await visitor.SendAsync("/reach-out", await FilledAsync(visitor, "Zebedee-canary"));
        Assert.DoesNotContain("Zebedee-canary", portal.Log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alex@example.org", portal.Log.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> FilledAsync(HttpClient visitor, string name)
    {
        var form = (await visitor.PageAsync("/reach-out")).Values("/reach-out");
        form["Sent.Name"] = name;
        form["Sent.ContactWay"] = "email";
        form["Sent.Contact"] = "alex@example.org";
        form["Sent.Message"] = "I would like to talk to someone.";
        return form;
    }

    private IEnumerable<string> KeptFor(string name) => portal.Gateway.Inquiries.Where(body => body.Contains(name, StringComparison.Ordinal));
}
