using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Journease.Gateway.Routes;

/// <summary>What is reachable from outside, and which service answers. Prefixes are not stripped.</summary>
internal static class PlatformRoutes
{
    private static readonly PlatformRoute[] All =
    [
        new("identity", "/identity"),
        new("intake", "/intake/v1"),
        new("scheduling", "/scheduling/v1"),
        new("content", "/content/v1"),
        new("community-groups", "/groups/v1"),
        new("notifications", "/notifications/v1"),
    ];

    /// <summary>Every audience of the platform, the first part of its prefix; which one an endpoint needs is for its service to say.</summary>
    public static IEnumerable<string> Audiences => All.Select(route => route.Prefix.Split('/')[1]);

    /// <summary>The services that describe their API at <c>{prefix}/openapi.json</c>.</summary>
    public static IEnumerable<PlatformRoute> Described => All.Where(route => route.Service != "identity");

    public static IReadOnlyList<RouteConfig> Routes { get; } = [.. All.Select(route => new RouteConfig
    {
        RouteId = route.Service,
        ClusterId = route.Service,
        // Public endpoints exist, and their services know which they are.
        AuthorizationPolicy = "anonymous",
        Match = new RouteMatch { Path = route.Prefix + "/{**rest}" },
    })];

    public static IReadOnlyList<ClusterConfig> Clusters { get; } = [.. All.Select(route => new ClusterConfig
    {
        ClusterId = route.Service,
        LoadBalancingPolicy = "PowerOfTwoChoices",
        Destinations = new Dictionary<string, DestinationConfig> { ["all"] = new() { Address = $"http://{route.Service}" } },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Without a byte in either direction. Streams send a comment more often than that.
            ActivityTimeout = route.Patience,
        },
    })];
}

/// <summary>A public prefix and the service behind it.</summary>
/// <param name="Service">Its name in service discovery, and its audience.</param>
/// <param name="Prefix">The path that it is mounted at.</param>
internal sealed record PlatformRoute(string Service, string Prefix)
{
    /// <summary>How long the service may stay silent before the caller is told that it took too long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
