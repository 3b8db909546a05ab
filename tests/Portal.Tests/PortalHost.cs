using System.Net;
using Journease.Portal.Tests.Stubs;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Journease.Portal.Tests;

/// <summary>The portal on a real port, with a database of its own and a stub gateway. One per test class.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string ClientSecret = "a-secret-for-tests";

    private readonly TestDatabase database = new();

    public LogText Log { get; } = new();

    public ShiftedClock Clock { get; } = new();

    public StubGateway Gateway { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public TestDatabase Database => database;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        Gateway = await StubGateway.StartAsync();
        string[] args = ["migrate", .. Settings().Select(setting => $"--{setting.Key}={setting.Value}")];
        await Task.Run(() => typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]));
        UseKestrel(0);
        StartServer();
        var port = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Address = new Uri($"http://localhost:{port}");
    }

    /// <summary>A browser without a window: keeps cookies, follows redirects, asks for pages.</summary>
    public HttpClient Visitor(bool followRedirects = true)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = followRedirects, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        return client;
    }

    /// <summary>The same, signed in.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var client = Visitor();
        await client.GetAsync(new Uri("/sign-in?returnUrl=%2Farticles", UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in Settings())
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["environment"] = "Production",
        ["ConnectionStrings:portal"] = database.ConnectionString,
        ["Sealing:MasterKeys:1"] = TestSecrets.MasterKey,
        ["Authentication:Issuer"] = new Uri(Gateway.Address, "/identity").ToString(),
        ["Authentication:ClientSecret"] = ClientSecret,
        ["Gateway:Secret"] = TestGateway.Secret,
        ["services:gateway:http:0"] = Gateway.Address.ToString(),
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Gateway.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
