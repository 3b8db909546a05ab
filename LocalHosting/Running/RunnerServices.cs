using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.OperatorPage;
using Journease.LocalHosting.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Journease.LocalHosting.Running;

internal static class RunnerServices
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(1);

    public static void AddRunner(this HostApplicationBuilder host, DistributedApplicationBuilder builder)
    {
        // The console belongs to what the person at the desk wants to know; warnings join it.
        host.Logging.SetMinimumLevel(LogLevel.Warning);
        // What keeps the application from starting is said in a sentence; a stack trace of ours helps nobody.
        host.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Our own checks tell through the resources, not through a second voice.
        host.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);

        var services = host.Services;
        services.Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit);
        services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        services.Configure<ResourceNotificationServiceOptions>(options => options.DefaultWaitBehavior =
            builder.Options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable);
        services.AddHealthChecks();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(builder.Facts);
        services.AddSingleton(builder.State);
        services.AddSingleton(builder.Eventing);
        services.AddSingleton(builder.ExecutionContext);
        services.AddSingleton(new DistributedApplicationModel(builder.Resources));
        services.AddSingleton(provider =>
            new ResourceNotificationService(provider.GetRequiredService<IOptions<ResourceNotificationServiceOptions>>()));
        services.AddSingleton(provider => new ResourceLoggerService(
            provider.GetRequiredService<ResourceNotificationService>(), () => builder.State.IsOpen ? builder.State.Logs : null));
        services.AddSingleton<Instances>();
        services.AddSingleton(provider => new ResourceCommandService(provider.GetRequiredService<Instances>()));
        services.AddSingleton(new Endpoints(builder.Options.IsTest));
        services.AddSingleton<ProcessVariables>();
        services.AddSingleton<ProjectPrograms>();
        services.AddSingleton(provider => new Workloads(
            builder.State,
            provider.GetRequiredService<ProcessVariables>(),
            provider.GetRequiredService<ProjectPrograms>(),
            provider.GetRequiredService<ResourceLoggerService>()));
        services.AddSingleton<HealthMonitor>();
        services.AddSingleton(builder.Options);
        services.AddSingleton<OperatorAccess>();
        services.AddSingleton<OperatorEndpoints>();
        services.AddSingleton<OperatorPageServer>();
        services.AddSingleton<ApplicationRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ApplicationRunner>());
        services.AddSingleton<ForegroundRun>();
        services.AddSingleton<StartReport>();
        services.AddSingleton<Announcement>();
    }
}
