using Journease.Messaging.Bus;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Verbs;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Messaging.Migrating;

/// <summary>Declares the queues of the service's consumers: what is published before their first start waits for them.</summary>
internal sealed class TopologyStep(IServiceProvider services, BusMode mode) : IMigrationStep
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task RunAsync(CancellationToken ct)
    {
        mode.DeployTopologyOnly = true;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await services.GetRequiredService<IBusControl>().DeployAsync(limit.Token);
        }
        catch (Exception) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new WrongConfigurationException($"The broker in ConnectionStrings__rabbitmq did not answer within {Patience.TotalSeconds} s.");
        }
    }
}
