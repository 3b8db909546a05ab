using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Running;
using Journease.LocalServers;

namespace Journease.LocalHosting.RabbitMQ;

/// <summary>A private RabbitMQ for a resource.</summary>
internal sealed class RabbitMqWorkload(RabbitMQServerResource resource, ServerData data, ResourceLog log) : IWorkload
{
    public int ProcessId => resource.Running?.ProcessId ?? 0;

    public Task<int> Exited => resource.Running?.Exited ?? Task.FromResult(0);

    public async Task StartAsync(CancellationToken ct)
    {
        if (resource.Running is { } server)
        {
            await server.StartAgainAsync(ct);
            return;
        }
        resource.Running = await RabbitMqServer.StartAsync(
            new RabbitMqOptions
            {
                DataDirectory = data.Directory(),
                Port = resource.PrimaryEndpoint.Port,
                User = (await resource.UserNameReference.GetValueAsync(ct))!,
                Password = await resource.PasswordParameter.GetValueAsync(ct),
                OnLog = line => log.Write(line),
            },
            ct);
    }

    public async Task<int> StopAsync()
    {
        await (resource.Running?.StopAsync() ?? Task.CompletedTask);
        return await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await (resource.Running?.DisposeAsync() ?? ValueTask.CompletedTask);
        resource.Running = null;
        data.Dispose();
    }
}
