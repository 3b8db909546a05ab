using Npgsql;

namespace Journease.Testing.Classification;

/// <summary>A column as the database has it.</summary>
/// <param name="Table">With its schema where that is not the service's own.</param>
/// <param name="Type">PostgreSQL's short name of the type; an array's begins with an underscore.</param>
internal sealed record StoredColumn(string Table, string Column, string Type)
{
    private const string Columns = """
        SELECT CASE table_schema WHEN @service THEN table_name ELSE table_schema || '.' || table_name END, column_name, udt_name
        FROM information_schema.columns
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
        ORDER BY 1, ordinal_position
        """;

    public static async Task<IReadOnlyList<StoredColumn>> AllAsync(string service, string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(Columns);
        command.Parameters.AddWithValue("service", service);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<StoredColumn>();
        while (await reader.ReadAsync())
        {
            columns.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }
        return columns;
    }
}
