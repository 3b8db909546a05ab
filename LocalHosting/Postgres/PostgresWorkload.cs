using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Running;
using Journease.LocalServers;

namespace Journease.LocalHosting.Postgres;

/// <summary>A private PostgreSQL for a resource.</summary>
internal sealed class PostgresWorkload(PostgresServerResource resource, ServerData data, ResourceLog log) : IWorkload
{
    private PostgresServer? server;

    public int ProcessId => server?.ProcessId ?? 0;

    public Task<int> Exited => server?.Exited ?? Task.FromResult(0);

    public async Task StartAsync(CancellationToken ct)
    {
        if (server is not null)
        {
            await server.StartAgainAsync(ct);
            return;
        }
        server = await PostgresServer.StartAsync(
            new PostgresOptions
            {
                DataDirectory = data.Directory(),
                Port = resource.PrimaryEndpoint.Port,
                User = (await resource.UserNameReference.GetValueAsync(ct))!,
                Password = await resource.PasswordParameter.GetValueAsync(ct),
                OnLog = line => log.Write(line),
            },
            ct);
        if (server.Moved is { } moved)
        {
            log.Write(moved);
        }
    }

    public async Task<int> StopAsync()
    {
        await (server?.StopAsync() ?? Task.CompletedTask);
        return await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        data.Dispose();
    }
}
