using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests.Staff;

[Trait("Needs", "servers")]
public sealed class AcceptingAnInvitationTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private readonly string email = NewPerson.Somebody().Email;

    [Fact]
    public async Task Whoever_is_invited_sees_who_invites_accepts_and_has_an_account_with_just_these_roles()
    {
        var administrator = await host.EmployAsync("administrator");
        var (id, link) = await host.InviteAsync(administrator, email, "nurse", "therapist", "nurse");
        var browser = host.NewBrowser();
        await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.OK); // a mail scanner

        var page = await browser.OpenAsync(link).TextAsync(HttpStatusCode.OK);
        Assert.Contains("Journease invites you, Robin Vale, to work with us as therapist and nurse.", page, StringComparison.Ordinal);
        var accepted = await browser.AcceptAsync(link).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal("/identity/account", accepted.Headers.Location!.ToString()); // where a passkey is added
        await browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("therapist nurse", await host.RolesAsync(id));
        await host.NewBrowser().SignInAsync("/identity/sign-in", email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Equal("Write", await host.AuditedAsync(id, "InviteStaff"));
        Assert.Equal("Write", await host.AuditedAsync(id, "AcceptInvitation"));
    }

    [Fact]
    public async Task Whoever_wants_a_passkey_needs_no_password()
    {
        var (id, link) = await host.InviteAsync(await host.EmployAsync("administrator"), email, "editor");
        var browser = host.NewBrowser();

        await browser.SendAsync(await browser.OpenAsync(link), new() { ["with"] = "passkey", ["time-zone"] = "America/Chicago" }).ExpectAsync(HttpStatusCode.Redirect);

        var page = await browser.OpenAsync("/identity/account").TextAsync(HttpStatusCode.OK);
        Assert.Contains("Add a passkey", page, StringComparison.Ordinal);
        Assert.Equal(1L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.credential WHERE id = '{id}' AND password_hash IS NULL"));
    }

    [Fact]
    public async Task Two_clicks_at_once_open_one_account_and_a_used_link_says_so()
    {
        var (_, link) = await host.InviteAsync(await host.EmployAsync("administrator"), email, "nurse");
        var browsers = new[] { host.NewBrowser(), host.NewBrowser() };

        var answers = await Task.WhenAll(browsers.Select(browser => browser.AcceptAsync(link)));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
        Assert.Contains("You have accepted this invitation", await host.NewBrowser().OpenAsync(link).TextAsync(HttpStatusCode.Gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_address_got_an_account_meanwhile_is_told_whom_to_ask()
    {
        var person = NewPerson.Somebody();
        var (_, link) = await host.InviteAsync(await host.EmployAsync("administrator"), person.Email, "nurse");
        await person.RegisterAsync(host, host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);

        var page = await host.NewBrowser().AcceptAsync(link).TextAsync(HttpStatusCode.Gone);

        Assert.Contains("Ask an administrator", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_the_page_does_not_have_change_nothing()
    {
        var (id, link) = await host.InviteAsync(await host.EmployAsync("administrator"), email, "editor");
        var browser = host.NewBrowser();

        await browser.SendAsync(await browser.OpenAsync(link), new()
        {
            ["password"] = NewPerson.Password, ["time-zone"] = "America/Chicago", ["roles"] = "administrator", ["role"] = "administrator",
            ["email"] = "other@example.org", ["name"] = "Somebody Else", ["id"] = $"{Guid.CreateVersion7()}",
        }).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal("editor", await host.RolesAsync(id));
        await host.NewBrowser().SignInAsync("/identity/sign-in", email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("password", "fourteen chars")]
    [InlineData("time-zone", "Mars/Olympus")]
    public async Task What_has_to_be_mended_is_said_and_the_link_stays_good(string field, string value)
    {
        var (_, link) = await host.InviteAsync(await host.EmployAsync("administrator"), email, "nurse");
        var browser = host.NewBrowser();
        var filledIn = new Dictionary<string, string> { ["password"] = NewPerson.Password, ["time-zone"] = "America/Chicago" };
        filledIn[field] = value;

        var page = await browser.SendAsync(await browser.OpenAsync(link), filledIn).ExpectAsync(HttpStatusCode.BadRequest);

        Assert.Contains("role=\"alert\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await browser.AcceptAsync(link).ExpectAsync(HttpStatusCode.Redirect);
    }
}
