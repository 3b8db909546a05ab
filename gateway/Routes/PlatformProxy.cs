using Journease.Gateway.Edge;
using Journease.ServiceDefaults.Gateway;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Journease.Gateway.Routes;

internal static class PlatformProxy
{
    public static void AddPlatformProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GatewaySecret>();
        builder.Services.AddRequestTimeouts();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(PlatformRoutes.Routes, PlatformClusters.All(builder.Configuration))
            .AddTransforms<UntrustedHeaders>()
            .AddTransforms<GatewayMark>();
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
    }

    public static void MapPlatformProxy(this WebApplication app)
    {
        app.UseRequestTimeouts();
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(ForwardingProblems.AnswerAsync);
            proxy.Use(AnotherReplica.TryAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
    }
}
