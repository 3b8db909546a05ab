using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Journease.Messaging.Measuring;

/// <summary>Degraded when messages wait too long or an operator is needed; the service itself still works.</summary>
internal sealed class OutboxHealth(OutboxWatch watch) : IHealthCheck
{
    private static readonly TimeSpan TooOld = TimeSpan.FromSeconds(60);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var state = await watch.LookAsync(cancellationToken);
            return state switch
            {
                { Parked: > 0 } => HealthCheckResult.Degraded($"{state.Parked} messages wait for an operator."),
                _ when state.Oldest > TooOld => HealthCheckResult.Degraded($"The oldest of {state.Depth} messages waits for {state.Oldest.TotalSeconds:0} s."),
                _ => HealthCheckResult.Healthy(),
            };
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The outbox cannot be read.");
        }
    }
}
