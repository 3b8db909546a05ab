using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Journease.Notifications.Tests;

/// <summary>A service with a paging system to call, and a mail server that hangs.</summary>
public sealed class PagedHost : IAsyncLifetime
{
    public const string Secret = "the-paging-secret-of-the-tests";

    private readonly SilentServer silent = new();

    public NotificationsHost Host { get; } = new();

    public PageReceiver Receiver { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Host.Settings["ConnectionStrings:mail"] = $"smtp://127.0.0.1:{silent.Port}";
        Host.Settings["Mail:Patience"] = "00:00:01";
        Host.Settings["Paging:Webhook:Address"] = Receiver.Address.ToString();
        Host.Settings["Paging:Webhook:Secret"] = Secret;
        await Host.InitializeAsync();
        _ = Host.Server;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Receiver.DisposeAsync();
        silent.Dispose();
    }
}

/// <summary>A paging system, which refuses the first call.</summary>
public sealed class PageReceiver : IAsyncDisposable
{
    private const int RefusedFirst = 1;

    private readonly ConcurrentQueue<Posted> calls = new();
    private readonly WebApplication server;
    private int refused;

    public PageReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.MapPost("/page", async (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref refused) <= RefusedFirst)
            {
                return Results.StatusCode(500);
            }
            using var reader = new StreamReader(request.Body);
            calls.Enqueue(new(request.Headers["X-Journease-Signature"].ToString(), await reader.ReadToEndAsync()));
            return Results.Accepted();
        });
        server.StartAsync().GetAwaiter().GetResult();
    }

    public Uri Address => new(server.Urls.Single() + "/page");

    public int Refused => Math.Min(refused, RefusedFirst);

    public IReadOnlyCollection<Posted> Calls => calls;

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    public sealed record Posted(string Signature, string Body);
}
