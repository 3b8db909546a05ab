using System.Net;
using System.Security.Cryptography;
using System.Text;
using Journease.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Portal.Tests.SignIn;

/// <summary>Identity says that a session has ended, and the person is signed out here too (OpenID Connect Back-Channel Logout 1.0).</summary>
[Trait("Needs", "servers")]
public sealed class SignedOutByIdentityTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_session_ends_at_once_and_no_other()
    {
        using var visitor = await portal.SignedInAsync();
        var ended = portal.Gateway.Issuer.LastSession;
        using var other = await portal.SignedInAsync();

        var answer = await SayAsync(Token(ended), HttpStatusCode.OK);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(await IsSignedInAsync(visitor));
        Assert.True(await IsSignedInAsync(other));
    }

    [Fact]
    public async Task The_same_token_is_taken_once()
    {
        using var visitor = await portal.SignedInAsync();
        var token = Token(portal.Gateway.Issuer.LastSession);

        await SayAsync(token, HttpStatusCode.OK);
        await SayAsync(token, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_session_that_is_over_already_is_no_mistake() => await SayAsync(Token("one-that-never-began-here"), HttpStatusCode.OK);

    [Fact]
    public async Task A_sign_in_that_was_under_way_begins_nothing()
    {
        using var visitor = portal.Visitor(followRedirects: false);
        var asking = await visitor.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.Redirect);
        var answered = await visitor.GetAsync(asking.Headers.Location, Stop).ExpectAsync(HttpStatusCode.Redirect);
        portal.Gateway.Issuer.BeforeNextTokens = session => SayAsync(Token(session), HttpStatusCode.OK);

        await visitor.GetAsync(answered.Headers.Location, Stop).ExpectAsync(HttpStatusCode.Redirect);

        Assert.False(await IsSignedInAsync(visitor));
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.test/identity")]
    [InlineData("aud", "journease-mobile")]
    [InlineData("nonce", "n")]
    [InlineData("events", null)]
    [InlineData("events", "http://schemas.openid.net/event/backchannel-logout")]
    [InlineData("sid", null)]
    [InlineData("sid", 7)]
    [InlineData("jti", null)]
    [InlineData("iat", null)]
    [InlineData("exp", null)]
    public Task What_the_standard_forbids_is_refused(string claim, object? value) => IsRefusedAsync(session => Token(session, claims =>
    {
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }
    }));

    [Theory]
    [InlineData(-6)]
    [InlineData(5)]
    public Task A_token_of_another_time_is_refused(int minutes) => IsRefusedAsync(session =>
        portal.Gateway.Issuer.LogoutToken(session, portal.Clock.GetUtcNow().AddMinutes(minutes), claims =>
            claims["exp"] = portal.Clock.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds()));

    [Fact]
    public Task A_token_of_another_kind_is_refused() => IsRefusedAsync(session =>
        portal.Gateway.Issuer.LogoutToken(session, portal.Clock.GetUtcNow(), type: "JWT"));

    [Fact]
    public Task A_token_that_somebody_else_signed_is_refused() => IsRefusedAsync(session =>
    {
        using var rsa = RSA.Create(2048);
        return portal.Gateway.Issuer.LogoutToken(session, portal.Clock.GetUtcNow(), key: new RsaSecurityKey(rsa.ExportParameters(true)) { KeyId = "test" });
    });

    [Fact]
    public Task A_token_that_nobody_signed_is_refused() => IsRefusedAsync(session =>
        Base64UrlEncoder.Encode("""{"alg":"none","typ":"logout+jwt"}""") + "." + Token(session).Split('.')[1] + ".");

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "logout_token=")]
    [InlineData("application/x-www-form-urlencoded", "logout_token=a.b.c&logout_token=a.b.c")]
    [InlineData("application/json", "{}")]
    public async Task Anything_else_is_refused(string type, string body)
    {
        using var identity = portal.Visitor();
        using var content = new StringContent(body, Encoding.ASCII, type);
        await identity.PostAsync(Address, content, Stop).ExpectAsync(HttpStatusCode.BadRequest);
    }

    private static readonly Uri Address = new("/signout-backchannel", UriKind.Relative);

    private string Token(string session, Action<Dictionary<string, object>>? change = null) =>
        portal.Gateway.Issuer.LogoutToken(session, portal.Clock.GetUtcNow(), change);

    private async Task IsRefusedAsync(Func<string, string> token)
    {
        using var visitor = await portal.SignedInAsync();

        var said = token(portal.Gateway.Issuer.LastSession);
        await SayAsync(said, HttpStatusCode.BadRequest);

        Assert.True(await IsSignedInAsync(visitor));
        Assert.DoesNotContain(said, portal.Log.ToString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SayAsync(string token, HttpStatusCode expected)
    {
        using var identity = portal.Visitor();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        return await identity.PostAsync(Address, form, Stop).ExpectAsync(expected);
    }

    private static async Task<bool> IsSignedInAsync(HttpClient visitor) =>
        (await visitor.PageAsync("/articles")).QuerySelector("header nav button") is not null;
}
