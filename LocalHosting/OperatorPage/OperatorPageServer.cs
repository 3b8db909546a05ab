using System.Globalization;
using Aspire.Hosting;
using Journease.LocalHosting.Running;
using Journease.LocalServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journease.LocalHosting.OperatorPage;

/// <summary>Serves the operator page at its own address, reachable from this machine only.</summary>
internal sealed class OperatorPageServer(
    DistributedApplicationOptions options, IConfiguration configuration, OperatorAccess access, OperatorEndpoints endpoints, Announcement announcement)
    : IAsyncDisposable
{
    private const int DefaultFirstPort = 8080;

    /// <summary>The portal and the gateway have the first two.</summary>
    private const int Offset = 2;

    private WebApplication? web;
    private ReservedPort? reserved;

    public async Task StartAsync(CancellationToken ct)
    {
        if (options.DisableDashboard)
        {
            return;
        }
        var port = Port();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(port);
        });
        web = builder.Build();
        web.Use(access.CheckAsync);
        web.UseRouting();
        endpoints.Map(web, web.Lifetime.ApplicationStopping);
        await web.StartAsync(ct);
        announcement.OperatorPage = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            await web.StopAsync();
            await web.DisposeAsync();
        }
        reserved?.Dispose();
    }

    private int Port()
    {
        if (options.IsTest)
        {
            reserved = ReservedPort.Take();
            return reserved.Number;
        }
        var port = configuration.GetValue("ports-from", DefaultFirstPort) + Offset;
        return ReservedPort.IsFree(port)
            ? port
            : throw new DistributedApplicationException(
                $"Port {port}, which the operator page needs, is taken by another program: stop that, or choose other ports (--ports-from N).");
    }
}
