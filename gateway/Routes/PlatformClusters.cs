using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace Journease.Gateway.Routes;

/// <summary>The services behind the routes. A replica that is not well gets no requests until it is; when none is, they are all tried.</summary>
internal static class PlatformClusters
{
    // Without a byte in either direction. Streams send a comment more often than that.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<ClusterConfig> All(IConfiguration configuration)
    {
        var every = configuration.GetValue("Destinations:CheckEvery", TimeSpan.FromSeconds(5));
        return [.. PlatformRoutes.Routes.Select(route => route.ClusterId!).Distinct().Select(service => Cluster(service, every))];
    }

    private static ClusterConfig Cluster(string service, TimeSpan every) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = "PowerOfTwoChoices",
        Destinations = new Dictionary<string, DestinationConfig> { ["all"] = new() { Address = $"http://{service}" } },
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true, Interval = every, Timeout = TimeSpan.FromSeconds(3), Path = "/health", Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
            },
            Passive = new PassiveHealthCheckConfig { Enabled = true, ReactivationPeriod = every * 2, Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate },
        },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = Silence,
        },
    };
}
