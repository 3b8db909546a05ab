using Journease.Messaging.Dispatch;
using Journease.ServiceDefaults.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.Messaging.Access;

/// <summary>Every replica reads the list again every ten seconds: only one of them heard the event.</summary>
internal sealed partial class AccessListReload(
    AccessList list, IServiceScopeFactory scopes, IOptions<MessagingOptions> options, ILogger<AccessListReload> logger) : BackgroundService
{
    // Before the first request is answered: a restart must not make old tokens good again.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.AccessReload);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ReloadAsync(stoppingToken);
        }
    }

    private async Task ReloadAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            list.Replace(await scope.ServiceProvider.GetRequiredService<AccessTable>().ReadAsync(ct));
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            var code = BrokerAway.CodeOf(e);
            LogStale(code);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of accounts whose access has changed could not be read; the one from before stands: {Code}")]
    private partial void LogStale(string code);
}
