using System.Net;
using Journease.Testing;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

/// <summary>Clients that hold connections by sending little for long.</summary>
public sealed class SlowClientTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Connections:HeadersWithin"] = "00:00:01",
        ["Connections:SlowFor"] = "00:00:01.1",
    };

    private Upstream upstream = null!;
    private GatewayHost gateway = null!;

    [Fact]
    public async Task Who_never_ends_the_headers_is_cut_off_and_others_are_served()
    {
        var slow = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RawConnection.OpenAsync(gateway.Port)));
        foreach (var connection in slow)
        {
            await connection.WriteAsync("GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        }

        await IsAliveAsync();
        foreach (var connection in slow)
        {
            Assert.Equal([408], await connection.StatusesAsync());
            await connection.DisposeAsync();
        }
        Assert.Single(upstream.Received);
    }

    [Fact]
    public async Task Who_never_ends_the_body_is_cut_off()
    {
        await using var connection = await RawConnection.OpenAsync(gateway.Port);
        await connection.WriteAsync("POST /intake/v1/inquiries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        var answer = await connection.ReadToEndAsync();

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
        Assert.Equal(0, finished);
        await IsAliveAsync();
    }

    private int finished;

    public async ValueTask InitializeAsync()
    {
        upstream = await Upstream.StartAsync(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            finished += http.Request.Method == "POST" ? 1 : 0;
            await http.Response.WriteAsync("reached");
        });
        gateway = GatewayHost.StartWith(Impatient, ("content", [upstream.Address]), ("intake", [upstream.Address]));
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    private async Task IsAliveAsync()
    {
        using var client = gateway.CreateClient();
        await client.GetAsync(new Uri("/content/v1/articles", UriKind.Relative), TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
    }
}
