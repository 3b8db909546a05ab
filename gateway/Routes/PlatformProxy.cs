using Journease.Gateway.Edge;
using Journease.ServiceDefaults.Gateway;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Journease.Gateway.Routes;

internal static class PlatformProxy
{
    public static void AddPlatformProxy(this IServiceCollection services)
    {
        services.AddSingleton<GatewaySecret>();
        services.AddReverseProxy()
            .LoadFromMemory(PlatformRoutes.Routes, PlatformRoutes.Clusters)
            .AddTransforms<UntrustedHeaders>()
            .AddTransforms<GatewayMark>();
        services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
    }

    public static void MapPlatformProxy(this WebApplication app) => app.MapReverseProxy(proxy =>
    {
        proxy.Use(ForwardingProblems.AnswerAsync);
        proxy.Use(AnotherReplica.TryAsync);
        proxy.UseLoadBalancing();
    });
}
