using System.Net;
using Journease.Portal.Sessions;
using Journease.Testing;
using Journease.Testing.Classification;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Portal.Tests.SignIn;

[Trait("Needs", "servers")]
public sealed class KeepingASessionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_requests_at_once_use_a_refresh_token_once()
    {
        portal.Gateway.Issuer.AccessSeconds = 600;
        using var visitor = await portal.SignedInAsync();
        var (refreshed, replayed) = (portal.Gateway.Issuer.Refreshed, portal.Gateway.Issuer.Replayed);
        portal.Clock.Advance(TimeSpan.FromMinutes(11)); // the access token is over, the session is not

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.PageAsync("/journey")));

        Assert.All(pages, page => Assert.Contains("Ketamine session", page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Equal(refreshed + 1, portal.Gateway.Issuer.Refreshed);
        Assert.Equal(replayed, portal.Gateway.Issuer.Replayed);
    }

    [Fact]
    public Task Every_column_has_its_class() => ColumnClasses.HoldAsync("portal", portal.Services, portal.Database.ConnectionString);

    [Fact]
    public async Task A_session_that_is_not_used_ends_and_is_deleted()
    {
        using var visitor = await portal.SignedInAsync();
        portal.Clock.Advance(SessionStore.Idle + TimeSpan.FromMinutes(1));

        Assert.Null((await visitor.PageAsync("/articles")).QuerySelector("header nav button"));
        Assert.True(await portal.Services.GetRequiredService<ExpiredSessions>().DeleteAsync(Stop) >= 1);
        Assert.Equal(0L, await portal.Database.ReadAsync<long>("select count(*) from portal.session"));
    }

    [Fact]
    public async Task A_session_that_is_used_lasts_but_not_for_ever()
    {
        using var visitor = await portal.SignedInAsync();
        for (var half = 0; half < 16; half++) // eight hours
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(35));
            if ((await visitor.PageAsync("/articles")).QuerySelector("header nav button") is null)
            {
                Assert.Fail($"The session ended after {half + 1} steps");
            }
        }
        portal.Clock.Advance(TimeSpan.FromMinutes(35) * 5);
        Assert.Null((await visitor.PageAsync("/articles")).QuerySelector("header nav button"));
    }

    [Fact]
    public async Task A_sign_in_that_identity_has_ended_ends_here_too()
    {
        using var visitor = portal.Visitor(followRedirects: false);
        using var signedIn = await portal.SignedInAsync();
        portal.Gateway.Issuer.EndAll();
        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        // The stub signs in again at once: the page comes back, after a sign-in of its own.
        var page = await signedIn.GetAsync(new Uri("/journey", UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains("Preparation", (await page.ReadAsync()).Body!.TextContent, StringComparison.Ordinal);
    }
}
