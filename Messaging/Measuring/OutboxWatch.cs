using Journease.Messaging.Dispatch;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Journease.Messaging.Measuring;

/// <summary>Looks at the outbox from outside, so that a dispatcher that stands still is seen.</summary>
internal sealed class OutboxWatch(NpgsqlDataSource database, OutboxTable table, MessagingMeter meter) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly string look = $"""
        SELECT (SELECT count(*) FROM {table.Schema}.outbox_message WHERE parked_at IS NULL),
               (SELECT clock_timestamp() - written_at FROM {table.Schema}.outbox_message WHERE parked_at IS NULL ORDER BY position LIMIT 1),
               (SELECT count(*) FROM {table.Schema}.outbox_message WHERE parked_at IS NOT NULL)
        """;

    public async Task<OutboxState> LookAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(look);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(reader.GetInt64(0), reader.IsDBNull(1) ? TimeSpan.Zero : reader.GetTimeSpan(1), reader.GetInt64(2));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                meter.Observe(await LookAsync(stoppingToken));
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The health of the database says so.
            }
        }
    }
}
