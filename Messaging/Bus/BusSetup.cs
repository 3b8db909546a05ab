using System.Reflection;
using Journease.Contracts;
using Journease.Messaging.Access;
using Journease.Messaging.Inbox;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Journease.Messaging.Bus;

/// <summary>How MassTransit is used: one durable queue per consumer, behind the inbox; no temporary queues, no requests.</summary>
internal static class BusSetup
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    public static void AddBus(this IServiceCollection services, string service, Assembly assembly, Uri broker)
    {
        services.AddSingleton<BusMode>();
        services.AddSingleton<RedeliveryLimit>();
        services.AddSingleton<FaultWithoutText>();
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = false; // requests are answered while the broker is away
            host.StopTimeout = StopLimit;
        });
        services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service, includeNamespace: false));
            bus.AddConsumer<RefuseOldTokensWhenAccountAccessChanged>();
            bus.AddConsumer<ForgetPersonWhenAccountClosed>();
            foreach (var consumer in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IConsumer))))
            {
                bus.AddConsumer(consumer);
            }
            bus.ConfigureHealthCheckOptions(health =>
            {
                health.Name = "rabbitmq";
                health.MinimalFailureStatus = HealthStatus.Degraded; // the outbox keeps what cannot be sent
            });
            bus.AddConfigureEndpointsCallback((context, _, endpoint) => Configure(endpoint, context));
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker, host =>
                {
                    host.PublisherConfirmation = true;
                    host.Heartbeat(TimeSpan.FromSeconds(10));
                    host.RequestedConnectionTimeout(TimeSpan.FromSeconds(5));
                });
                rabbit.DeployTopologyOnly = context.GetRequiredService<BusMode>().DeployTopologyOnly;
                rabbit.UseRawJsonDeserializer(RawSerializerOptions.CopyHeaders, isDefault: true);
                rabbit.Publish<IEvent>(topology => topology.Exclude = true);
                rabbit.ConfigureEndpoints(context);
            });
        });
    }

    private static void Configure(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        var options = context.GetRequiredService<IOptions<MessagingOptions>>().Value;
        endpoint.PrefetchCount = options.PrefetchCount;
        endpoint.ConcurrentMessageLimit = options.ConcurrentMessages;
        endpoint.PublishFaults = false;
        if (options.QueueType == "quorum" && endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
        }
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(context.GetRequiredService<FaultWithoutText>());
            error.UseFilter(new ErrorTransportFilter());
        });
        endpoint.UseFilter(context.GetRequiredService<RedeliveryLimit>());
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(Transient.Is);
            retry.Intervals([.. new[] { 50, 250, 1000 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds * (0.5 + Random.Shared.NextDouble())))]);
        });
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
    }
}

/// <summary>Whether this process only declares the queues, as the <c>migrate</c> verb does.</summary>
internal sealed class BusMode
{
    public bool DeployTopologyOnly { get; set; }
}
