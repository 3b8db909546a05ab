using System.Net;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journease.Identity.Tests.Integration;

/// <summary>The portal's library against the real service, with no setting but issuer, client and scopes.</summary>
[Trait("Needs", "servers")]
public sealed class MicrosoftClientTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private WebApplication portal = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASP_NET_Cores_handler_signs_a_person_in_and_out()
    {
        var browser = host.NewBrowser();
        using var site = new HttpClient(new IdentityHost.CookieKeeper(new CookieContainer()) { InnerHandler = portal.GetTestServer().CreateHandler() })
        {
            BaseAddress = IdentityHost.Portal,
        };

        var asked = await browser.OpenAsync(await LedToAsync(site, "/"));
        var signedIn = await browser.SignInAsync(asked.Headers.Location!.ToString(), "therapist@demo.journease.example", IdentityHost.Password);
        var back = await browser.OpenAsync(signedIn.Headers.Location!.ToString());
        Assert.Equal("/", new Uri(IdentityHost.Portal, await LedToAsync(site, back.Headers.Location!.ToString())).AbsolutePath);

        var person = await site.GetAsync(new Uri("/", UriKind.Relative), Ct).ReadAsync<JsonElement>();
        Assert.Equal("Demo Therapist", person.GetProperty("name").GetString());
        Assert.Equal("therapist", person.GetProperty("role").GetString());

        var end = await browser.OpenAsync(await LedToAsync(site, "/sign-out"));
        Assert.StartsWith(new Uri(IdentityHost.Portal, "/signout-callback-oidc").ToString(), end.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("https://gateway.test/identity/connect/authorize", await LedToAsync(site, "/"), StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await browser.OpenAsync(await LedToAsync(site, "/"))).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        await host.SeedAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddOpenIdConnect(oidc =>
            {
                oidc.Authority = TestTokens.Issuer;
                oidc.ClientId = "journease-portal";
                oidc.ClientSecret = IdentityHost.PortalSecret;
                oidc.ResponseType = "code";
                oidc.ResponseMode = "query";
                oidc.SaveTokens = true;
                oidc.MapInboundClaims = false;
                oidc.GetClaimsFromUserInfoEndpoint = true;
                oidc.Scope.Add("roles");
                oidc.Backchannel = new HttpClient(host.Server.CreateHandler()).ThroughTheGateway();
            });
        portal = builder.Build();
        portal.UseAuthentication();
        portal.UseAuthorization();
        portal.MapGet("/", (HttpContext http) => Results.Ok(http.User.Claims.DistinctBy(claim => claim.Type).ToDictionary(claim => claim.Type, claim => claim.Value))).RequireAuthorization();
        portal.MapGet("/sign-out", () => Results.SignOut(new AuthenticationProperties(), [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));
        await portal.StartAsync(Ct);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private static async Task<string> LedToAsync(HttpClient site, string address)
    {
        var answer = await site.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Ct).ExpectAsync(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }
}
