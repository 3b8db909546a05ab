using System.Net;
using AngleSharp.Html.Dom;
using Journease.Browsing;
using Journease.Portal.Tests.Stubs;

namespace Journease.Portal.Tests.Staff;

[Trait("Needs", "servers")]
public sealed class ManagingStaffTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    private static readonly string Nurse = $"/staff/{StubStaff.Nurse}";

    [Fact]
    public async Task An_administrator_sees_who_works_here_and_who_is_invited()
    {
        using var visitor = await AdministratorAsync();

        var page = await visitor.PageAsync("/staff");

        var main = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Noor Nurse", main, StringComparison.Ordinal);
        Assert.Contains("Cannot sign in, since Tuesday, December 1, 2026.", main, StringComparison.Ordinal);
        Assert.Contains("robin@example.org", main, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("nav a[href='/staff']"));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_sees_no_way_there_and_is_told_so()
    {
        portal.Gateway.Issuer.Role = "client";
        using var visitor = await portal.SignedInAsync();
        Assert.Null((await visitor.PageAsync("/articles")).QuerySelector("nav a[href='/staff']"));

        portal.Gateway.SetAway("/identity/v1", 403);
        var answer = await visitor.GetAsync(new Uri("/staff", UriKind.Relative), TestContext.Current.CancellationToken);
        portal.Gateway.SetBack("/identity/v1");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("This page is for administrators", (await answer.ReadAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_invited_with_the_roles_that_were_ticked()
    {
        using var visitor = await AdministratorAsync();
        var name = $"Sam {Guid.CreateVersion7():N}";

        await SendAsync(visitor, "/staff/invite", ("Sent.Name", name), ("Sent.Email", " sam@example.org "), ("roles", "nurse"), ("roles", "client"), ("roles", "editor"));

        Assert.Contains($$"""POST /invitations {"email":"sam@example.org","name":"{{name}}","roles":["nurse","editor"]}""", portal.Gateway.Staff.Acts);
    }

    [Fact]
    public async Task What_was_written_stays_when_something_is_missing_or_refused()
    {
        using var visitor = await AdministratorAsync();

        var missing = await SendAsync(visitor, "/staff/invite", ("Sent.Name", "Sam"), ("Sent.Email", ""), ("roles", "nurse"));
        Assert.StartsWith("Error: ", missing.Title, StringComparison.Ordinal);
        Assert.Equal("Sam", ((IHtmlInputElement)missing.QuerySelector("#field-name")!).Value);
        Assert.True(((IHtmlInputElement)missing.QuerySelector("#role-nurse")!).IsChecked);

        var taken = await SendAsync(visitor, "/staff/invite", ("Sent.Name", "Sam"), ("Sent.Email", StubStaff.TakenAddress), ("roles", "nurse"));
        Assert.Contains("has an account already", taken.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(taken.QuerySelector($"main a[href='{Nurse}']"));
    }

    [Fact]
    public async Task Roles_are_changed_on_the_version_that_was_shown()
    {
        using var visitor = await AdministratorAsync();

        await SendAsync(visitor, Nurse, ("roles", "therapist"));
        Assert.Contains($$"""PUT /accounts/{{StubStaff.Nurse}}/roles {"roles":["therapist"]} "7" """.Trim(), portal.Gateway.Staff.Acts);

        var stale = await SendAsync(visitor, Nurse, ("roles", "operator"));
        Assert.Contains("It has changed since you read it.", stale.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)stale.QuerySelector("#role-operator")!).IsChecked);
    }

    [Theory]
    [InlineData("00000000-0000-7000-8000-000000000006", "disable")]
    [InlineData("00000000-0000-7000-8000-000000000007", "enable")]
    public async Task An_account_is_paused_or_let_in_again(string id, string act)
    {
        using var visitor = await AdministratorAsync();
        var page = await visitor.PageAsync($"/staff/{id}");
        var form = (IHtmlFormElement)page.QuerySelector("button[name=Act]")!.Closest("form")!;
        Assert.Equal(act, form.QuerySelector("button")!.GetAttribute("value"));

        await SendAsync(visitor, form, ("Act", act));

        Assert.Contains($"POST /accounts/{id}/{act} {{}}", portal.Gateway.Staff.Acts);
    }

    [Theory]
    [InlineData("Again", "send-again")]
    [InlineData("TakeBack", "withdraw")]
    public async Task An_invitation_is_sent_again_or_taken_back(string button, string act)
    {
        using var visitor = await AdministratorAsync();

        await SendAsync(visitor, "/staff", (button, StubStaff.Invited.ToString()));

        Assert.Contains($"POST /invitations/{StubStaff.Invited}/{act} {{}}", portal.Gateway.Staff.Acts);
    }

    [Theory]
    [InlineData("phone", 390)]
    [InlineData("desktop", 1280)]
    public async Task The_pages_are_without_barriers(string look, int width)
    {
        portal.Gateway.Issuer.Role = "administrator";
        var how = width < 500 ? Look.Phone : Look.Desktop;
        await using var window = await browser.OpenAsync(portal.Address, how);
        foreach (var (name, path) in new[] { ("staff", "/staff"), ("staff-invite", "/staff/invite"), ("staff-person", Nurse), ("staff-paused", $"/staff/{StubStaff.Disabled}"), ("staff-nobody", $"/staff/{Guid.Empty}") })
        {
            await window.Page.GotoAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(path));
            await window.PhotographAsync($"{name}-{look}");
            await window.ExpectNoBarriersAsync();
            await window.ExpectNoSidewaysScrollingAsync();
            if (how.Width == Look.Phone.Width)
            {
                await window.ExpectTargetsForThumbsAsync();
            }
        }
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        portal.Gateway.Issuer.Role = "administrator";
        return await portal.SignedInAsync();
    }

    private static async Task<IHtmlDocument> SendAsync(HttpClient visitor, string path, params (string Name, string Value)[] filledIn)
    {
        var page = await visitor.PageAsync(path);
        return await SendAsync(visitor, (IHtmlFormElement)page.QuerySelector($"main form[action='{path}']")!, filledIn);
    }

    private static async Task<IHtmlDocument> SendAsync(HttpClient visitor, IHtmlFormElement form, params (string Name, string Value)[] filledIn)
    {
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(field => (Name: field.GetAttribute("name")!, Value: field.GetAttribute("value") ?? ""));
        using var body = new FormUrlEncodedContent(hidden.Concat(filledIn).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await visitor.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return await answer.ReadAsync();
    }
}
