using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Journease.LocalHosting.RabbitMQ;

/// <summary>The broker answers a client's greeting.</summary>
internal sealed class RabbitMqHealth(RabbitMQServerResource broker) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        broker.Running is { } running && await running.AnswersAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The broker does not answer.");
}
