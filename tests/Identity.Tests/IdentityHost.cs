using System.Net;
using Journease.Identity.OpenIdConnect;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journease.Identity.Tests;

/// <summary>The identity service as it runs, with the portal and one calling service registered.</summary>
public class IdentityHost : ServiceHost<Program>
{
    public const string PortalSecret = "portal-secret-of-the-tests";
    public const string IntakeSecret = "intake-secret-of-the-tests";
    public const string Password = "journease-demo-2026";

    public static readonly Uri Portal = new("https://portal.test");
    public static readonly Guid ClientAccount = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Where the letters of this host arrive.</summary>
    public PostBox Post { get; } = new();

    private int browsers;

    /// <summary>A test that puts it forward has a host of its own.</summary>
    public ShiftedClock Clock { get; } = new();

    public IdentityHost()
        : base("identity")
    {
        Settings["Clients:Portal:Address"] = Portal.ToString();
        Settings["Clients:Portal:Secret"] = PortalSecret;
        Settings["Clients:Mobile:ClaimedAddress"] = "https://app.journease.test";
        Settings["Clients:Services:intake:Secret"] = IntakeSecret;
        Settings["environment"] = "Development";
        Settings["ConnectionStrings:mail"] = Post.Address.ToString();
        Settings["Mail:LookEvery"] = "00:00:00.05";
    }

    /// <summary>A browser: keeps cookies, and shows redirects instead of following them.</summary>
    public Browser NewBrowser() => NewBrowserAt($"2001:db8:{Interlocked.Increment(ref browsers):x}::1");

    /// <summary>A browser behind this address, as the gateway says, at this process or at a replica.</summary>
    public Browser NewBrowserAt(string address, WebApplicationFactory<Program>? replica = null)
    {
        var client = (replica ?? this).CreateDefaultClient(new CookieKeeper(new CookieContainer()));
        client.BaseAddress = new Uri("https://gateway.test");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return new(client);
    }


    /// <summary>A program without cookies, talking to the public address.</summary>
    public HttpClient NewProgram() => Client(null);

    /// <summary>The seed verb, as the hosts run it in Development.</summary>
    public async Task SeedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var data in scope.ServiceProvider.GetServices<ServiceDefaults.Verbs.IDemonstrationData>())
        {
            await data.SeedAsync(CancellationToken.None);
        }
    }

    /// <summary>A second process on the same database, as far as one process can be two.</summary>
    public WebApplicationFactory<Program> Replica() => WithWebHostBuilder(_ => { });

    public static HttpClient ProgramAt(WebApplicationFactory<Program> replica)
    {
        var client = replica.CreateDefaultClient();
        client.BaseAddress = new Uri("https://gateway.test");
        return client;
    }

    /// <summary>The steps of the migrate verb once more, as after an update.</summary>
    public async Task MigrateAgainAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var step in scope.ServiceProvider.GetServices<ServiceDefaults.Verbs.IMigrationStep>())
        {
            await step.RunAsync(CancellationToken.None);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // This service issues tokens itself: its API takes those as well as the tests' own.
            services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
                .PostConfigure<OwnIssuer>((jwt, own) => jwt.ConfigurationManager = new BothIssuers(own));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Post.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private HttpClient Client(CookieContainer? cookies)
    {
        var client = cookies is null ? CreateDefaultClient() : CreateDefaultClient(new CookieKeeper(cookies));
        client.BaseAddress = new Uri("https://gateway.test");
        return client;
    }

    private sealed class BothIssuers(OwnIssuer own) : IConfigurationManager<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
        {
            var configuration = await own.GetConfigurationAsync(cancel);
            configuration.SigningKeys.Add(TestTokens.Key);
            return configuration;
        }

        public void RequestRefresh() => own.RequestRefresh();
    }

    internal sealed class CookieKeeper(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies.GetCookieHeader(request.RequestUri!));
            var response = await base.SendAsync(request, ct);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                cookies.SetCookies(request.RequestUri!, cookie);
            }
            return response;
        }
    }
}
