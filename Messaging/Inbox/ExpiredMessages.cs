using Journease.Messaging.Dispatch;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.Messaging.Inbox;

/// <summary>Forgets handled messages once they can no longer come back: on its own timer, in small transactions.</summary>
internal sealed partial class ExpiredMessages(
    NpgsqlDataSource database, OutboxTable table, IOptions<MessagingOptions> options, ILogger<ExpiredMessages> logger) : BackgroundService
{
    private const int Bite = 1000;
    private const int FailuresToAlarm = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Replicas that started together do not clean together.
        using var timer = new PeriodicTimer(Interval * (0.75 + (0.5 * Random.Shared.NextDouble())));
        var failures = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
                failures = 0;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                failures++;
                var code = BrokerAway.CodeOf(e);
                LogFailed(failures >= FailuresToAlarm ? LogLevel.Error : LogLevel.Warning, failures, code);
            }
        }
    }

    internal async Task ForgetAsync(CancellationToken ct)
    {
        await ForgetAsync("inbox_message", "received_at", ct);
        await ForgetAsync("redelivery", "last_at", ct);
    }

    private async Task ForgetAsync(string name, string column, CancellationToken ct)
    {
        // Counted from the last activity: after a long standstill the broker still holds what was handled before it.
        var bite = $"""
            DELETE FROM {table.Schema}.{name} WHERE ctid = ANY(ARRAY(
              SELECT ctid FROM {table.Schema}.{name}
              WHERE {column} < (SELECT max({column}) FROM {table.Schema}.{name}) - @window
              ORDER BY {column} LIMIT {Bite} FOR UPDATE SKIP LOCKED))
            """;
        int forgotten;
        do
        {
            await using var command = database.CreateCommand(bite);
            command.Parameters.Add(new("window", options.Value.InboxWindow));
            forgotten = await command.ExecuteNonQueryAsync(ct);
        }
        while (forgotten == Bite);
    }

    [LoggerMessage(Message = "Handled messages could not be forgotten, {Failures} times in a row: {Code}")]
    private partial void LogFailed(LogLevel level, int failures, string code);
}
