using System.Net;
using Journease.Browsing;
using Journease.Testing;

namespace Journease.Portal.Tests.Messages;

[Trait("Needs", "servers")]
public sealed class ChoosingWhatIsSentTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    private const string Preferences = "/messages/preferences";

    [Fact]
    public async Task A_person_chooses_and_sees_that_it_is_kept_and_that_a_letter_did_not_arrive()
    {
        using var visitor = await portal.SignedInAsync();
        var form = (await visitor.PageAsync(Preferences)).Values(Preferences);
        form["Sent.Reminders"] = "true";
        form["Sent.TwoHours"] = "true";
        form["Sent.Night"] = "any-time";

        var page = await (await visitor.SendAsync(Preferences, form).ExpectAsync(HttpStatusCode.OK)).ReadAsync();

        Assert.Contains("Saved. It counts from now on.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We could not reach you by e-mail", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        string[] ticked = [.. page.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("name")!)];
        Assert.Equal(["Sent.Reminders", "Sent.TwoHours"], ticked);
        Assert.Equal("any-time", page.QuerySelector("input[name='Sent.Night'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Choices_from_an_old_window_are_not_kept_over_newer_ones()
    {
        using var visitor = await portal.SignedInAsync();
        var form = (await visitor.PageAsync(Preferences)).Values(Preferences);
        await visitor.SendAsync(Preferences, form).ExpectAsync(HttpStatusCode.OK);

        var page = await (await visitor.SendAsync(Preferences, form).ExpectAsync(HttpStatusCode.Conflict)).ReadAsync();

        Assert.Contains("changed in another window", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_messages_are_away_the_page_says_so()
    {
        using var visitor = await portal.SignedInAsync();
        portal.Gateway.SetAway("/notifications/v1/preferences");
        var page = await visitor.PageAsync(Preferences);
        portal.Gateway.SetBack("/notifications/v1/preferences");

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("We cannot reach your choices right now.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_without_barriers()
    {
        await using var window = await browser.OpenAsync(portal.Address, Look.Phone);
        await window.Page.GotoAsync("/sign-in?returnUrl=%2Fmessages%2Fpreferences");
        await window.PhotographAsync("preferences-phone");
        await window.ExpectNoBarriersAsync();
        await window.ExpectNoSidewaysScrollingAsync();
        await window.ExpectTargetsForThumbsAsync();
    }
}
