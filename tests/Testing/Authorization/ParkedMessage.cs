using Npgsql;

namespace Journease.Testing.Authorization;

/// <summary>A message that could not be sent, put where an operator finds it.</summary>
internal static class ParkedMessage
{
    public static async Task<Guid> AddAsync(NpgsqlDataSource database, string schema)
    {
        var id = Guid.CreateVersion7();
        await using var command = database.CreateCommand($"""
            insert into {schema}.outbox_message (message_id, message_type, ordering_key, body, occurred_at, attempts, last_error, parked_at)
            values (@id, 'Journease.Contracts.Gone', @id, '{"{}"}', now(), 1, 'UnknownType', now())
            """);
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync();
        return id;
    }
}
