using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Journease.LocalHosting.OperatorPage;
using Journease.LocalHosting.Replicas;
using Microsoft.Extensions.Hosting;

namespace Journease.LocalHosting.Running;

/// <summary>Starts everything in its order and stops it in the reverse one.</summary>
internal sealed class ApplicationRunner(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext execution,
    StateDirectory state,
    Instances instances,
    Endpoints endpoints,
    Workloads workloads,
    HealthMonitor health,
    OperatorPageServer operatorPage,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    TimeProvider clock) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly ReplicaProxy proxy = new(endpoints.ReplicaSets);
    private readonly WaitOrder order = new(model.Resources.ToArray());
    private Task monitoring = Task.CompletedTask;
    private int stopped;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (execution.IsPublishMode)
        {
            throw new DistributedApplicationException(
                "Publishing needs the Aspire host: build the AppHost with -p:UseAspire=true on a machine that has its packages.");
        }
        order.Check();
        state.Open();
        await CheckValuesAsync(cancellationToken);
        foreach (var resource in model.Resources.Where(Workloads.HasOwn))
        {
            Prepare(resource);
        }
        await eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken);
        await proxy.StartAsync(cancellationToken);
        await operatorPage.StartAsync(cancellationToken);
        monitoring = Task.WhenAll(model.Resources.Select(resource => health.WatchAsync(resource, ended.Token)).ToArray());
        foreach (var supervisor in instances.All.Where(one => one.Resource.Last<ExplicitStartupAnnotation>() is null))
        {
            await supervisor.StartAsync();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1)
        {
            return;
        }
        if (instances.All.Count > 0)
        {
            await order.StopAsync(instances);
        }
        await ended.CancelAsync();
        await monitoring.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var supervisor in instances.All)
        {
            await supervisor.DisposeAsync();
        }
        await proxy.DisposeAsync();
        await operatorPage.DisposeAsync();
        endpoints.Dispose();
        logs.Dispose();
        state.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        ended.Dispose();
    }

    private void Prepare(IResource resource)
    {
        // What someone waits to see completed is not started again when it ends.
        var runsToCompletion = model.Resources.Any(other =>
            other.Waits().Any(wait => wait.Resource == resource && wait.Kind == WaitKind.Completed));
        foreach (var instance in endpoints.Allocate(resource))
        {
            var sets = endpoints.ReplicaSets.Where(set => set.Resource == resource).ToArray();
            var instanceState = new InstanceState(instance, notifications, logs.Log(instance.Id), sets, clock);
            instanceState.NotStarted(Workloads.SourceOf(resource));
            instances.Add(new Supervisor(instance, workloads.For(instance), runsToCompletion, instanceState, eventing, services));
        }
    }

    /// <summary>A value that is missing is missed before anything has started.</summary>
    private async Task CheckValuesAsync(CancellationToken ct)
    {
        foreach (var resource in model.Resources.Where(resource => !Workloads.HasOwn(resource)))
        {
            if (resource is ParameterResource parameter)
            {
                await parameter.GetValueAsync(ct);
            }
            else if (resource is ConnectionStringParameter given)
            {
                await given.ConnectionStringExpression.GetValueAsync(ct);
            }
            var state = resource is PostgresDatabaseResource ? KnownResourceStates.Waiting : KnownResourceStates.Running;
            await notifications.PublishUpdateAsync(resource, resource.Name, snapshot => snapshot with
            {
                CreationTimeStamp = clock.GetUtcNow().UtcDateTime,
                State = state,
                IsHidden = resource is ParameterResource,
            });
        }
    }
}
