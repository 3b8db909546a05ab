using Npgsql;
using NpgsqlTypes;

namespace Journease.Audit;

/// <summary>
/// Gives events their place in the chain, in short turns: one process of a service at a time, under an advisory lock. It takes
/// what has no place yet, never what comes after an id or a time: a slow transaction may commit an early event late, hours late.
/// A turn therefore notes the oldest transaction that was open when it began. What older ones wrote, it has seen, or it was
/// rolled back; the next turn looks at what that one and younger ones write.
/// </summary>
public sealed class AuditChain(NpgsqlDataSource database, ChainHash hash)
{
    private const int Bite = 500;
    private const long Lock = 0x6175646974; // "audit"

    // What an older transaction wrote has been seen; the first turn of a process looks at everything. The upper end is where the
    // server stands: numbers beyond it come with rows that were restored from another server.
    private ulong oldestOpen;

    /// <summary>Chains what waits, at most one bite.</summary>
    /// <returns>How many events got a place; none when another process is at it.</returns>
    public async Task<int> ExtendAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await OldestOpenAsync(connection, ct) is not { } open)
        {
            return 0;
        }

        var waiting = await WaitingAsync(connection, ct);
        if (waiting.Count > 0)
        {
            await LinkAsync(connection, waiting, ct);
            await transaction.CommitAsync(ct);
        }
        if (waiting.Count < Bite)
        {
            oldestOpen = open;
        }
        return waiting.Count;
    }

    /// <summary>The last link, or null while there is none.</summary>
    public async Task<ChainHead?> HeadAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await HeadAsync(connection, ct);
    }

    private static async Task<ChainHead?> HeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT sequence, hash FROM audit.chain ORDER BY sequence DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    // Before the events are read: what is open now may be seen by then, but what is not open now is seen for certain.
    // Null when another process is at it.
    private static async Task<ulong?> OldestOpenAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_xact_lock({Lock}), pg_snapshot_xmin(pg_current_snapshot())", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return reader.GetBoolean(0) ? reader.GetFieldValue<ulong>(1) : null;
    }

    private async Task<List<AuditEvent>> WaitingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {AuditTable.Columns} FROM audit.event e
            WHERE NOT EXISTS (SELECT FROM audit.chain c WHERE c.event_id = e.id)
              {(oldestOpen == 0 ? "" : "AND e.transaction >= @open AND e.transaction < pg_snapshot_xmax(pg_current_snapshot())")}
            ORDER BY e.at, e.id LIMIT {Bite}
            """, connection);
        command.Parameters.Add(new("open", NpgsqlDbType.Xid8) { Value = oldestOpen });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var waiting = new List<AuditEvent>();
        while (await reader.ReadAsync(ct))
        {
            waiting.Add(AuditTable.Read(reader));
        }
        return waiting;
    }

    private async Task LinkAsync(NpgsqlConnection connection, List<AuditEvent> events, CancellationToken ct)
    {
        var (sequence, last) = await HeadAsync(connection, ct) ?? new ChainHead(0, ChainHash.Origin);
        await using var links = await connection.BeginBinaryImportAsync("COPY audit.chain (sequence, event_id, hash) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var one in events)
        {
            last = hash.Next(last, ++sequence, one);
            await links.StartRowAsync(ct);
            await links.WriteAsync(sequence, NpgsqlDbType.Bigint, ct);
            await links.WriteAsync(one.Id, NpgsqlDbType.Uuid, ct);
            await links.WriteAsync(last, NpgsqlDbType.Bytea, ct);
        }
        await links.CompleteAsync(ct);
    }
}

/// <summary>The end of the chain at some moment: it stands for everything before it.</summary>
public sealed record ChainHead(long Sequence, byte[] Hash);
