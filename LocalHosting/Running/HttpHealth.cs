using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Journease.LocalHosting.Running;

/// <summary>The resource answers a path with the expected status.</summary>
internal sealed class HttpHealth(EndpointReference endpoint, string path, int expected) : IHealthCheck
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        // Health is asked of whoever runs now, not of a connection to who ran before.
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri(new Uri(endpoint.Url), path), cancellationToken);
            return (int)response.StatusCode == expected
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{path} answers {(int)response.StatusCode}, not {expected}.");
        }
        catch (HttpRequestException e)
        {
            return HealthCheckResult.Unhealthy($"{path} does not answer: {e.Message}");
        }
    }
}
