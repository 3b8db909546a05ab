using Journease.Gateway.Routes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Journease.Gateway.Limits;

/// <summary>How much a connection may hold and how slow it may be, so that nobody ties the gateway up by sending little for long.</summary>
internal static class ConnectionLimits
{
    // Kestrel takes a bare line feed for the end of a line; others do not, and then see another request.
    private const string NoBareLineFeeds = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    public static void LimitConnections(this WebApplicationBuilder builder)
    {
        AppContext.SetSwitch(NoBareLineFeeds, true);
        builder.Services.AddOptions<ConnectionSettings>().BindConfiguration("Connections").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ConnectionSettings>>((kestrel, settings) => Apply(kestrel, settings.Value));
    }

    private static void Apply(KestrelServerOptions kestrel, ConnectionSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = RouteRules.UsualBody; // a route may say otherwise
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.RequestHeadersTimeout = settings.HeadersWithin;
        limits.KeepAliveTimeout = settings.IdleFor;
        limits.MinRequestBodyDataRate = new(settings.SlowestBytesPerSecond, settings.SlowFor);
        limits.MinResponseDataRate = new(settings.SlowestBytesPerSecond, settings.SlowFor);
        limits.MaxConcurrentConnections = settings.Most;
        limits.MaxConcurrentUpgradedConnections = settings.MostUpgraded;
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.MaxRequestHeaderFieldSize = 8 * 1024;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }
}
