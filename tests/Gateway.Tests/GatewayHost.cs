using System.Net.Sockets;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journease.Gateway.Tests;

/// <summary>The gateway on a real port, with the services that a test puts behind it and the real token check.</summary>
public sealed class GatewayHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = new()
    {
        ["Authentication:Issuer"] = TestTokens.Issuer,
        ["Gateway:Secret"] = TestGateway.Secret,
    };

    public LogText Log { get; } = new();

    public static GatewayHost Start(params (string Service, string[] Addresses)[] services) => StartWith([], services);

    /// <param name="settings">Settings on top of the usual ones, such as <c>Limits:Address</c>.</param>
    /// <param name="services">The services behind it, and where their replicas are.</param>
    public static GatewayHost StartWith(Dictionary<string, string> settings, params (string Service, string[] Addresses)[] services)
    {
        var host = new GatewayHost();
        foreach (var (key, value) in settings)
        {
            host.settings[key] = value;
        }
        foreach (var (service, addresses) in services)
        {
            for (var replica = 0; replica < addresses.Length; replica++)
            {
                host.settings[$"services:{service}:http:{replica}"] = addresses[replica];
            }
        }
        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    public int Port => new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>A client with a token that every service takes.</summary>
    public HttpClient SignedIn(Guid? account = null, string audience = "intake")
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.For(account ?? Guid.CreateVersion7(), audience, "client"));
        return client;
    }

    /// <summary>An address where nobody listens.</summary>
    public static string NobodyThere()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
        builder.UseSetting("environment", "Production");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services => services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            jwt => jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                new OpenIdConnectConfiguration { Issuer = TestTokens.Issuer, SigningKeys = { TestTokens.Key } })));
    }
}
