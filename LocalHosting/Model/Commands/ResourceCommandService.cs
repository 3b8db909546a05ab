using Journease.LocalHosting.Running;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Starts, stops and restarts resources while the application runs.</summary>
public class ResourceCommandService
{
    private readonly Instances instances;

    internal ResourceCommandService(Instances instances) => this.instances = instances;

    /// <summary>For one replica by its id, or by the resource's name where there is only one.</summary>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        var found = instances.Find(resourceId);
        return found.Count == 1
            ? ExecuteAsync(found[0], commandName, cancellationToken)
            : Task.FromResult(CommandResults.Failure(found.Count == 0
                ? $"There is no resource '{resourceId}'."
                : $"'{resourceId}' has {found.Count} replicas; name one of {string.Join(", ", found.Select(one => one.Id))}."));
    }

    /// <summary>For every replica of the resource.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        var found = instances.Of(resource);
        if (found.Count == 0)
        {
            return CommandResults.Failure($"'{resource.Name}' has no process of its own.");
        }
        var results = await Task.WhenAll(found.Select(one => ExecuteAsync(one, commandName, cancellationToken)));
        return results.FirstOrDefault(result => !result.Success) ?? results[0];
    }

    private static async Task<ExecuteCommandResult> ExecuteAsync(Supervisor instance, string command, CancellationToken ct)
    {
        try
        {
            switch (command)
            {
                case "start" or "resource-start":
                    await instance.StartAsync();
                    return CommandResults.Success();
                case "stop" or "resource-stop":
                    await instance.StopAsync().WaitAsync(ct);
                    return CommandResults.Success();
                case "restart" or "resource-restart":
                    await instance.StopAsync().WaitAsync(ct);
                    await instance.StartAsync();
                    return CommandResults.Success();
                default:
                    return CommandResults.Failure($"'{instance.Id}' has no command '{command}'.");
            }
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
    }
}
