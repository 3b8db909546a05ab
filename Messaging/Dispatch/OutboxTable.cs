using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Journease.Messaging.Dispatch;

/// <summary>The dispatcher's statements. The row lock is the claim: a process that dies frees its messages at once.</summary>
internal sealed class OutboxTable
{
    private readonly string claim;
    private readonly string delete;
    private readonly string refuse;

    public OutboxTable(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        Schema = scope.ServiceProvider.GetRequiredService<MessagingDbContext>().Model.GetDefaultSchema()!;

        // Whoever holds the oldest message of an aggregate may send all that follow it: to others they have an older
        // one that is still there. A message that waits for its next try holds back its own aggregate only, a parked
        // one not even that.
        claim = $"""
            WITH head AS MATERIALIZED (
              SELECT m.position, m.ordering_key FROM {Schema}.outbox_message m
              WHERE m.parked_at IS NULL AND m.available_at <= now()
                AND NOT EXISTS (SELECT 1 FROM {Schema}.outbox_message older
                                WHERE older.ordering_key = m.ordering_key AND older.position < m.position AND older.parked_at IS NULL)
              ORDER BY m.position LIMIT @heads FOR UPDATE OF m SKIP LOCKED)
            SELECT m.position, m.message_id, m.message_type, m.ordering_key, m.body, m.trace_parent, m.correlation_id, m.causation_id,
                   m.attempts, clock_timestamp() - m.written_at, m.available_at <= now()
            FROM head JOIN {Schema}.outbox_message m ON m.ordering_key = head.ordering_key AND m.position >= head.position
            WHERE m.parked_at IS NULL
            ORDER BY m.position LIMIT @messages
            """;
        delete = $"DELETE FROM {Schema}.outbox_message WHERE position = ANY(@positions)";
        refuse = $"""
            UPDATE {Schema}.outbox_message SET
              attempts = attempts + 1,
              last_error = @code,
              parked_at = CASE WHEN @park THEN clock_timestamp() END,
              available_at = clock_timestamp() + @wait
            WHERE position = @position
            """;
    }

    public string Schema { get; }

    /// <summary>The messages that may be sent now, in order; those of one aggregate without a gap.</summary>
    public async Task<List<Claimed>> ClaimAsync(NpgsqlConnection connection, int heads, int messages, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        // A dispatcher that hangs must not hold its locks, nor the vacuum, for ever.
        batch.BatchCommands.Add(new("SET LOCAL idle_in_transaction_session_timeout = '60s'"));
        batch.BatchCommands.Add(new(claim) { Parameters = { new("heads", heads), new("messages", messages) } });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var claimed = new List<Claimed>();
        var waiting = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
        {
            var key = reader.GetGuid(3);
            if (waiting.Contains(key) || !reader.GetBoolean(10))
            {
                waiting.Add(key);
                continue;
            }
            claimed.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), key, reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetGuid(6),
                reader.IsDBNull(7) ? null : reader.GetGuid(7),
                reader.GetInt32(8), reader.GetTimeSpan(9)));
        }
        return claimed;
    }

    public async Task SettleAsync(NpgsqlConnection connection, IEnumerable<Claimed> sent, IEnumerable<Refused> refused, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(delete) { Parameters = { new("positions", sent.Select(message => message.Position).ToArray()) } });
        foreach (var refusal in refused)
        {
            batch.BatchCommands.Add(new(refuse)
            {
                Parameters =
                {
                    new("code", refusal.Code),
                    new("park", refusal.Park),
                    new("wait", Backoff.After(refusal.Message.Attempts, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5))),
                    new("position", refusal.Message.Position),
                },
            });
        }
        await batch.ExecuteNonQueryAsync(ct);
    }
}
