using Npgsql;

namespace Journease.Audit;

/// <summary>Reads the whole trail and says in sentences what is not as it was written. Needs no right to write.</summary>
public sealed class AuditVerification(NpgsqlDataSource database, ChainHash hash, AuditAnchor? anchor)
{
    private readonly Dictionary<long, byte[]> anchored = [];

    /// <param name="Links">How many events are chained.</param>
    /// <param name="Unchained">How many have no place yet: the newest, for a moment.</param>
    /// <param name="Findings">One sentence for each thing that is wrong; empty when all is well.</param>
    public sealed record Report(long Links, long Unchained, IReadOnlyList<string> Findings);

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        foreach (var head in anchor is null ? [] : await anchor.ReadAsync(ct))
        {
            anchored[head.Sequence] = head.Hash;
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var findings = new List<string>();
        var links = await WalkAsync(connection, findings, ct);
        if (anchored.Keys.DefaultIfEmpty().Max() is var longest && longest > links)
        {
            findings.Add($"The chain ends at {links}, and was {longest} long once: its end was cut off.");
        }
        return new(links, await UnchainedAsync(connection, ct), findings);
    }

    private async Task<long> WalkAsync(NpgsqlConnection connection, List<string> findings, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT {AuditTable.Columns}, c.sequence, c.event_id, c.hash FROM audit.chain c LEFT JOIN audit.event e ON e.id = c.event_id ORDER BY c.sequence", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (last, previous) = (0L, ChainHash.Origin);
        while (await reader.ReadAsync(ct))
        {
            var (sequence, eventId, stored) = (reader.GetInt64(13), reader.GetGuid(14), reader.GetFieldValue<byte[]>(15));
            if (sequence != last + 1)
            {
                findings.Add($"Links {last + 1} to {sequence - 1} are missing.");
            }
            if (reader.IsDBNull(0))
            {
                findings.Add($"Event {eventId}, link {sequence}, was deleted.");
            }
            else if (sequence == last + 1 && !hash.Next(previous, sequence, AuditTable.Read(reader)).AsSpan().SequenceEqual(stored))
            {
                findings.Add($"Event {eventId}, link {sequence}, is not what was written there: it was edited, put in, or moved.");
            }
            if (anchored.TryGetValue(sequence, out var anchor) && !anchor.AsSpan().SequenceEqual(stored))
            {
                findings.Add($"Link {sequence} is not the one that was anchored: the chain was made anew.");
            }
            // On with what is stored: one change is one finding, not one for every link after it.
            (last, previous) = (sequence, stored);
        }
        return last;
    }

    private static async Task<long> UnchainedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM audit.event e WHERE NOT EXISTS (SELECT FROM audit.chain c WHERE c.event_id = e.id)", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
