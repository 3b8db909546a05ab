using Microsoft.Extensions.Hosting;

namespace Journease.Messaging.Bus;

/// <summary>Health and traces of the broker come from MassTransit alone.</summary>
internal static class BrokerClient
{
    public static void AddBrokerClient(this IHostApplicationBuilder _)
    {
    }
}
