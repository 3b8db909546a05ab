using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Journease.Messaging.Bus;

/// <summary>Health and traces of the broker from the Aspire integration, beside MassTransit's own.</summary>
internal static class BrokerClient
{
    public static void AddBrokerClient(this IHostApplicationBuilder builder)
    {
        builder.AddRabbitMQClient("rabbitmq");
        // A service without its broker still serves; the outbox keeps what cannot be sent.
        builder.Services.Configure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations.Where(check => check.Name.StartsWith("RabbitMQ", StringComparison.OrdinalIgnoreCase)))
            {
                check.FailureStatus = HealthStatus.Degraded;
            }
        });
    }
}
