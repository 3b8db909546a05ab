using Journease.Messaging.Dispatch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.Messaging.Outbox;

/// <summary>
/// Tells the other replicas that something was committed, and hears it from them. NOTIFY goes out after the commit, not
/// in it, and at most ten times a second: in a transaction it would queue all committers behind one lock.
/// </summary>
internal sealed partial class ReplicaNews(
    NpgsqlDataSource database, OutboxTable table, OutboxSignal signal, IConfiguration configuration, IOptions<MessagingOptions> options, ILogger<ReplicaNews> logger)
    : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(5);

    private string Channel => table.Schema + "_outbox";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.PollOnly ? Task.CompletedTask : Task.WhenAll(TellAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task TellAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await signal.WaitForNewsAsync(ct);
            try
            {
                await using var notify = database.CreateCommand("NOTIFY " + Channel);
                await notify.ExecuteNonQueryAsync(ct);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The others look by themselves soon.
            }
            await Task.Delay(Quiet, ct);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        // A connection of its own: LISTEN ends with it, and a half-open one must be noticed.
        var address = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(table.Schema))
        {
            ApplicationName = $"journease-{table.Schema}-news",
            Pooling = false,
            KeepAlive = 30,
        }.ConnectionString;
        for (var failures = 0; ; failures++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(address);
                connection.Notification += (_, _) => signal.Heard();
                await connection.OpenAsync(ct);
                await ExecuteAsync(connection, "LISTEN " + Channel, ct);
                failures = 0;
                signal.Heard(); // what was said while nobody listened
                while (true)
                {
                    if (!await connection.WaitAsync(Ping, ct))
                    {
                        await ExecuteAsync(connection, "SELECT 1", ct);
                    }
                }
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                var code = BrokerAway.CodeOf(e);
                LogDeaf(code);
                await Task.Delay(Backoff.After(failures, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)), ct);
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Other replicas are not heard now, the poll stands in: {Code}")]
    private partial void LogDeaf(string code);
}
