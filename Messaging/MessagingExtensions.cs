using System.Reflection;
using Journease.Messaging.Access;
using Journease.Messaging.Bus;
using Journease.Messaging.Dispatch;
using Journease.Messaging.Inbox;
using Journease.Messaging.Measuring;
using Journease.Messaging.Migrating;
using Journease.Messaging.Outbox;
using Journease.Messaging.Parking;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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
        var services = builder.Services;
        services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<MessagingDbContext>(provider => provider.GetRequiredService<TContext>());

        services.AddSingleton<OutboxSignal>();
        services.AddScoped<Cause>();
        services.AddScoped<IInterceptor, OutboxWriter>();

        services.AddSingleton<MessagingMeter>();
        services.AddSingleton<ParkingAlarm>();
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(MessagingTelemetry.Name, "MassTransit"))
            .WithMetrics(metrics => metrics.AddMeter(MessagingTelemetry.Name, "MassTransit"));
        // MassTransit's own lines quote exceptions; ours say type and code.
        builder.Logging.AddFilter("MassTransit", LogLevel.Error);
        builder.Logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.None);

        services.AddBus(service, consumers, Broker(builder.Configuration));
        builder.AddBrokerClient();

        // After the bus, hence stopped before it.
        services.AddSingleton<DispatchHooks>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<EventSender>();
        services.AddSingleton<OutboxBatch>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<ReplicaNews>();
        services.AddSingleton<ExpiredMessages>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiredMessages>());
        services.AddSingleton<OutboxWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWatch>());
        services.AddHealthChecks().AddCheck<OutboxHealth>("outbox", timeout: TimeSpan.FromSeconds(3));

        services.AddScoped<AccessTable>();
        services.TryAddSingleton<AccessList>();
        services.AddHostedService<AccessListReload>();

        services.AddScoped<IMigrationStep, StorageStep>();
        services.AddScoped<IMigrationStep>(provider => provider.GetRequiredService<AccessTable>());
        services.AddScoped<IMigrationStep, TopologyStep>();
        return builder;
    }

    private static Uri Broker(IConfiguration configuration)
    {
        if (EF.IsDesignTime)
        {
            return new("amqp://design-time");
        }
        return Uri.TryCreate(configuration.GetConnectionString("rabbitmq"), UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps"
            ? broker
            : throw new WrongConfigurationException("ConnectionStrings__rabbitmq is not set: give the broker's address, for example amqp://user:password@localhost:5672.");
    }
}
