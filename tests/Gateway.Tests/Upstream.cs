using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journease.Gateway.Tests;

/// <summary>A service behind the gateway, as far as a test needs one: answers on a port of its own, and remembers what reached it.</summary>
public sealed class Upstream(RequestDelegate answer) : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> received = new();
    private WebApplication? app;

    public string Address => app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What it says when the gateway asks after its health, which is not remembered.</summary>
    public bool IsWell { get; set; } = true;

    public IReadOnlyList<ReceivedRequest> Received => [.. received];

    public static async Task<Upstream> StartAsync(RequestDelegate answer)
    {
        var upstream = new Upstream(answer);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        upstream.app = builder.Build();
        upstream.app.UseWebSockets();
        upstream.app.Map("/health", health => health.Run(http =>
        {
            http.Response.StatusCode = upstream.IsWell ? 200 : 503;
            return Task.CompletedTask;
        }));
        upstream.app.Run(upstream.HandleAsync);
        await upstream.app.StartAsync(TestContext.Current.CancellationToken);
        return upstream;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private Task HandleAsync(HttpContext http)
    {
        received.Enqueue(new(
            http.Request.Method,
            http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return answer(http);
    }
}

/// <summary>A request as it reached a service.</summary>
public sealed record ReceivedRequest(string Method, string Address, IReadOnlyDictionary<string, string> Headers);
