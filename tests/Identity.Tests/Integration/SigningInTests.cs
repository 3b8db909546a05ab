using System.Net;
using Journease.Contracts.Identity;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SigningInTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private const string Page = "/identity/sign-in";

    [Fact]
    public async Task A_wrong_password_says_the_same_as_an_unknown_address()
    {
        var wrong = await host.NewBrowser().SignInAsync(Page, "nurse@demo.journease.example", "not the password");
        var unknown = await host.NewBrowser().SignInAsync(Page, "nobody@demo.journease.example", "not the password");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(Text(await BodyAsync(wrong)), Text(await BodyAsync(unknown)));
        Assert.Contains("role=\"alert\"", await BodyAsync(wrong), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.test/")]
    [InlineData("//elsewhere.test/")]
    [InlineData("/\\elsewhere.test/")]
    [InlineData("/identity/connect/authorizeelsewhere")]
    public async Task A_link_cannot_send_a_person_somewhere_else_after_signing_in(string returnUrl)
    {
        var signedIn = await host.NewBrowser().SignInAsync(
            $"{Page}?returnUrl={Uri.EscapeDataString(returnUrl)}", "editor@demo.journease.example", IdentityHost.Password);

        Assert.Equal("/identity/signed-in", signedIn.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_that_another_site_sends_signs_nobody_in()
    {
        using var program = host.NewProgram();
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = "editor@demo.journease.example",
            ["password"] = IdentityHost.Password,
        });

        var answer = await program.PostAsync(new Uri(Page, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("journease-identity=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_runs_no_script_but_its_own_file_and_is_neither_stored_nor_framed()
    {
        var page = await host.NewBrowser().OpenAsync(Page);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' com.journease.app: http://127.0.0.1:* https://portal.test", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        var html = await BodyAsync(page);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<script type=\"module\" src=\"/identity/pages.js?v=").Length);
        Assert.Equal(2, html.Split("<script type=\"module\" src=\"/identity/passkeys.js?v=").Length);
        Assert.Equal(3, html.Split("<script").Length);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("988", html, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", html, StringComparison.Ordinal);
        var style = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        var css = await host.NewBrowser().OpenAsync(style);
        Assert.Equal("text/css", css.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_service_only_and_out_of_reach_of_scripts()
    {
        var signedIn = await host.NewBrowser().SignInAsync(Page, "editor@demo.journease.example", IdentityHost.Password);

        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("journease-identity=", StringComparison.Ordinal));
        Assert.Contains("path=/identity", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_a_person_typed_is_not_in_the_log()
    {
        await host.NewBrowser().SignInAsync(Page, "typed-by-mistake@demo.journease.example", "typed into the wrong field");

        Assert.DoesNotContain("typed", host.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstration_accounts_are_there_and_announced_and_seeding_twice_changes_nothing()
    {
        await host.SeedAsync();

        Assert.Equal(10L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.account"));
        var opened = await host.PublishedAsync<AccountOpened>(fact => fact.SubjectId == IdentityHost.ClientAccount);
        Assert.Equal(IdentityHost.ClientAccount, opened.AggregateId);
    }

    public async ValueTask InitializeAsync() => await host.SeedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<string> BodyAsync(HttpResponseMessage page) => page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    // The pages may differ in what the person typed and in the form's token, and in nothing else.
    private static string Text(string html) => string.Join('\n', html.Split('\n').Where(line => !line.Contains("<input", StringComparison.Ordinal)));
}
