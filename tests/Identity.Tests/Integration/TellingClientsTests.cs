using System.Net;
using Journease.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Identity.Tests.Integration;

/// <summary>Clients hear when a session has ended through which they got tokens (OpenID Connect Back-Channel Logout 1.0).</summary>
[Trait("Needs", "servers")]
public sealed class TellingClientsTests(TellingHost host) : IClassFixture<TellingHost>, IAsyncLifetime
{
    private const string Person = "client@demo.journease.example";

    [Fact]
    public async Task The_token_is_what_the_standard_asks_for()
    {
        var device = await AtThePortalAsync();
        await device.Browser.SendAsync(await device.Browser.OpenAsync("/identity/sign-out"), []).ExpectAsync(HttpStatusCode.Redirect);
        var token = await HeardAsync(device);

        var keys = new JsonWebKeySet(await device.Program.GetStringAsync(new Uri("/identity/.well-known/jwks", UriKind.Relative), TestContext.Current.CancellationToken));
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(token.EncodedToken, new()
        {
            ValidIssuer = "https://gateway.test/identity",
            ValidAudience = "journease-portal",
            ValidTypes = ["logout+jwt"],
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
        Assert.Equal(["aud", "events", "exp", "iat", "iss", "jti", "sid", "sub"], token.Claims.Select(claim => claim.Type).Order());
        Assert.Equal(IdentityHost.ClientAccount.ToString(), token.Subject);
        Assert.Equal("""{"http://schemas.openid.net/event/backchannel-logout":{}}""", token.GetClaim("events").Value);
        Assert.Equal(TimeSpan.FromMinutes(2), token.ValidTo - token.IssuedAt);
    }

    [Fact]
    public async Task Ending_one_session_is_told_and_the_others_go_on()
    {
        var (here, there) = (await AtThePortalAsync(), await AtThePortalAsync());

        await here.PressAsync("sessions/end", there.Session);

        await HeardAsync(there);
        Assert.Equal(HttpStatusCode.BadRequest, await there.RefreshAsync());
        Assert.Equal(HttpStatusCode.OK, await here.RefreshAsync());
        Assert.Empty(host.Listener.About(here.Session));
    }

    [Fact]
    public async Task Another_person_cannot_end_it()
    {
        var (device, stranger) = (await AtThePortalAsync(), await AtThePortalAsync("client2@demo.journease.example"));

        await stranger.PressAsync("sessions/end", device.Session);

        Assert.Equal(HttpStatusCode.OK, await device.RefreshAsync());
        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.logout_notice WHERE session_id = '{device.Session}'"));
    }

    [Fact]
    public async Task Signing_out_everywhere_is_told_about_each()
    {
        const string Person = "editor@demo.journease.example";
        var (here, there) = (await AtThePortalAsync(Person), await AtThePortalAsync(Person));

        await here.PressAsync("sessions/end-all");

        await HeardAsync(here);
        await HeardAsync(there);
        Assert.Equal(HttpStatusCode.BadRequest, await there.RefreshAsync());
    }

    [Fact]
    public async Task Closing_an_account_is_told()
    {
        var person = NewPerson.Somebody();
        await person.RegisterAsync(host, host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);
        var device = await SignedInDevice.OfAsync(host, person.Email, SignInFlow.Portal(), NewPerson.Password);

        await host.ScalarAsync<int>($"UPDATE identity.account SET closes_at = now() WHERE id = '{device.Subject}'");

        await HeardAsync(device);
        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.session WHERE id = '{device.Session}'"));
    }

    [Fact]
    public async Task A_client_that_does_not_listen_or_got_nothing_is_not_told()
    {
        var phone = await SignedInDevice.OfAsync(host, Person, SignInFlow.Mobile());
        var portal = await AtThePortalAsync();

        await portal.PressAsync("sessions/end", phone.Session);
        await portal.PressAsync("sessions/end", portal.Session);

        await HeardAsync(portal);
        Assert.Equal(HttpStatusCode.BadRequest, await phone.RefreshAsync());
        Assert.Empty(host.Listener.About(phone.Session));
    }

    [Fact]
    public async Task Replicas_share_the_work_and_tell_nobody_twice()
    {
        using var replica = host.Replica();
        using var started = replica.CreateClient();
        var about = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7().ToString()).ToList();

        await host.ScalarAsync<int>($"""
            INSERT INTO identity.logout_notice (session_id, client_id, account_id, address, ended_at, attempts, next_try_at)
            SELECT id::uuid, 'journease-portal', id::uuid, '{host.Listener.Address}', now(), 0, now()
            FROM unnest(ARRAY['{string.Join("','", about)}']) AS told (id)
            """);

        await NoneIsLeftAsync(host, about);
        Assert.All(about, session => Assert.Single(host.Listener.About(session)));
    }

    [Fact]
    public async Task A_client_that_is_away_is_told_later_and_each_time_in_other_words()
    {
        await using var away = await StartedAsync();
        away.Listener.Status = StatusCodes.Status503ServiceUnavailable;
        var device = await SignedInDevice.OfAsync(away, Person, SignInFlow.Portal());
        await device.PressAsync("sessions/end-all");
        await Eventually.TrueAsync(() => away.Listener.Heard.Count == 1);

        away.Clock.Advance(TimeSpan.FromSeconds(16));
        await Eventually.TrueAsync(() => away.Listener.Heard.Count == 2);
        away.Listener.Status = StatusCodes.Status200OK;
        away.Clock.Advance(TimeSpan.FromSeconds(31));

        await NoneIsLeftAsync(away, [device.Session]);
        Assert.Equal(3, away.Listener.Heard.Select(token => token.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_client_that_stays_away_is_given_up_and_an_operator_reads_of_it()
    {
        await using var away = await StartedAsync();
        away.Listener.Status = StatusCodes.Status404NotFound;
        var device = await SignedInDevice.OfAsync(away, Person, SignInFlow.Portal());
        await device.PressAsync("sessions/end-all");
        await Eventually.TrueAsync(() => away.Listener.Heard.Count == 1);

        away.Clock.Advance(TimeSpan.FromHours(12));

        await NoneIsLeftAsync(away, [device.Session]);
        Assert.Contains("was given up after 2 tries", away.Log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(away.Listener.Heard[0].EncodedToken, away.Log.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => await host.SeedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<SignedInDevice> AtThePortalAsync(string email = Person) => SignedInDevice.OfAsync(host, email, SignInFlow.Portal());

    private async Task<JsonWebToken> HeardAsync(SignedInDevice device) =>
        await Eventually.FoundAsync(() => Task.FromResult(host.Listener.About(device.Session).SingleOrDefault()));

    private static Task NoneIsLeftAsync(IdentityHost host, IReadOnlyList<string> sessions) => Eventually.EqualAsync(
        0L, () => host.ScalarAsync<long>($"SELECT count(*) FROM identity.logout_notice WHERE session_id IN ('{string.Join("','", sessions)}')"));

    private static async Task<TellingHost> StartedAsync()
    {
        var host = new TellingHost();
        await host.InitializeAsync();
        await host.SeedAsync();
        return host;
    }
}
