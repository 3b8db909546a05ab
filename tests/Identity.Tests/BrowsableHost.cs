using System.Net;
using System.Net.Sockets;
using Journease.Browsing;
using Journease.ServiceDefaults.Gateway;
using Journease.Testing.Services;

namespace Journease.Identity.Tests;

/// <summary>The identity service on a real port, as a browser sees it that comes through a gateway at that port.</summary>
public sealed class BrowsableHost : IAsyncLifetime
{
    private readonly int port = FreePort();

    public BrowsableHost()
    {
        Identity = new();
        Identity.Settings["Authentication:Issuer"] = new Uri(Address, "/identity").ToString();
        Identity.UseKestrel(port);
    }

    public IdentityHost Identity { get; }

    public Uri Address => new($"http://localhost:{port}");

    public async ValueTask InitializeAsync()
    {
        await Identity.InitializeAsync();
        await Identity.SeedAsync();
    }

    /// <summary>A fresh window whose requests look as if they came through the gateway.</summary>
    public async Task<Window> OpenAsync(PortalBrowser browser, Look look = default)
    {
        var window = await browser.OpenAsync(Address, look);
        await window.Page.SetExtraHTTPHeadersAsync([new(GatewaySecret.Header, TestGateway.Secret)]);
        return window;
    }

    public ValueTask DisposeAsync() => Identity.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
