using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Journease.LocalHosting.Replicas;

/// <summary>Stands at the public ports of all resources with replicas and passes requests on.</summary>
internal sealed class ReplicaProxy(IReadOnlyList<ReplicaSet> sets) : IAsyncDisposable
{
    private WebApplication? web;
    private Forwarding? forwarding;

    public async Task StartAsync(CancellationToken ct)
    {
        if (sets.Count == 0)
        {
            return;
        }
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // How large a body may be is the service's to say.
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var set in sets)
            {
                kestrel.ListenLocalhost(set.Port, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
        web = builder.Build();
        forwarding = new Forwarding(web.Services.GetRequiredService<IHttpForwarder>(), sets.ToDictionary(set => set.Port));
        web.Run(forwarding.HandleAsync);
        await web.StartAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            // Whoever was still asking has lost the processes behind already.
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await web.StopAsync(now.Token);
            await web.DisposeAsync();
            forwarding?.Dispose();
        }
    }
}
