using System.Net;
using Journease.Testing;

namespace Journease.Portal.Tests.SignIn;

[Trait("Needs", "servers")]
public sealed class SigningInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_ones_own_asks_to_sign_in_and_comes_back()
    {
        using var visitor = portal.Visitor();
        var response = await visitor.GetAsync(new Uri("/journey", UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal("/journey", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("Welcome, Sam", (await response.ReadAsync()).QuerySelector("h1")!.TextContent);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var asked = portal.Gateway.Issuer.Asked!;
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(new Uri(portal.Address, "/signin-oidc").ToString(), asked["redirect_uri"]);
        Assert.Contains("offline_access", asked["scope"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_a_key_that_scripts_cannot_read_and_holds_no_token()
    {
        using var visitor = portal.Visitor(followRedirects: false);
        var asking = await visitor.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.Redirect);
        var answered = await visitor.GetAsync(asking.Headers.Location, Stop).ExpectAsync(HttpStatusCode.Redirect);
        var back = await visitor.GetAsync(answered.Headers.Location, Stop).ExpectAsync(HttpStatusCode.Redirect);

        var cookie = Assert.Single(back.Headers.GetValues("Set-Cookie"), header => header.StartsWith("journease-portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(cookie.Length < 600, "The cookie holds more than a key");
        Assert.Equal(0L, await portal.Database.ReadAsync<long>(
            "select count(*) from portal.session where position('access-'::bytea in tokens) > 0 or position('Sam'::bytea in ticket) > 0"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task Coming_back_to_another_site_is_refused(string returnUrl)
    {
        using var visitor = portal.Visitor();
        var response = await visitor.GetAsync(new Uri("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(new Uri(portal.Address, "/journey"), response.RequestMessage!.RequestUri);

        // Signed in already, it is refused just the same.
        response = await visitor.GetAsync(new Uri("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(new Uri(portal.Address, "/journey"), response.RequestMessage!.RequestUri);
    }

    [Fact]
    public async Task Signing_in_never_takes_over_a_session_that_the_browser_already_had()
    {
        using var visitor = portal.Visitor(followRedirects: false);
        var first = await SignInByHandAsync(visitor);
        using var again = portal.Visitor(followRedirects: false);
        var asking = await again.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        var answered = await again.GetAsync(asking.Headers.Location, Stop);
        // The stranger's session is planted just before the sign-in completes.
        again.DefaultRequestHeaders.Add("Cookie", first);
        var back = await again.GetAsync(answered.Headers.Location, Stop).ExpectAsync(HttpStatusCode.Redirect);
        var second = Cookie(back);

        Assert.NotEqual(first, second);
        Assert.True(await portal.Database.ReadAsync<long>("select count(*) from portal.session") >= 2);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_identity()
    {
        using var visitor = await portal.SignedInAsync();
        var page = await visitor.PageAsync("/articles");
        Assert.NotNull(page.QuerySelector("header nav button"));
        var before = await portal.Database.ReadAsync<long>("select count(*) from portal.session");

        var response = await visitor.SendAsync("/sign-out/now", page.Values("/sign-out/now")).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal("/signed-out", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.True(portal.Gateway.Issuer.SawSignOut);
        Assert.Equal(before - 1, await portal.Database.ReadAsync<long>("select count(*) from portal.session"));
        Assert.Null((await visitor.PageAsync("/articles")).QuerySelector("header nav button"));
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_out()
    {
        using var visitor = await portal.SignedInAsync();
        var response = await visitor.SendAsync("/sign-out/now", new Dictionary<string, string>()).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("/sign-out", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.NotNull((await visitor.PageAsync("/articles")).QuerySelector("header nav button"));
    }

    [Fact]
    public async Task A_sign_in_that_was_not_begun_here_ends_in_words()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync("/signin-oidc?code=stolen&state=made-up");
        Assert.Equal("Signing in did not work this time", page.QuerySelector("h1")!.TextContent);
    }

    private static async Task<string> SignInByHandAsync(HttpClient visitor)
    {
        var asking = await visitor.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        var answered = await visitor.GetAsync(asking.Headers.Location, Stop);
        return Cookie(await visitor.GetAsync(answered.Headers.Location, Stop).ExpectAsync(HttpStatusCode.Redirect));
    }

    private static string Cookie(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("journease-portal=", StringComparison.Ordinal)).Split(';')[0];
}
