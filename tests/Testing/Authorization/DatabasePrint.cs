using Npgsql;

namespace Journease.Testing.Authorization;

/// <summary>A fingerprint of every row of a service's database, so that a test can say that nothing has changed.</summary>
public static class DatabasePrint
{
    // The audit trail grows with every refusal, as it should.
    private const string Tables = """
        select format('select %L as name, coalesce(md5(string_agg(row::text, '''' order by row::text)), ''-'') as print from %I.%I row', table_schema || '.' || table_name, table_schema, table_name)
        from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'audit')
        order by table_schema, table_name
        """;

    public static async Task<IReadOnlyDictionary<string, string>> TakeAsync(NpgsqlDataSource database)
    {
        var queries = await RowsAsync(database, Tables, reader => reader.GetString(0));
        var prints = await RowsAsync(database, string.Join(" union all ", queries), reader => (reader.GetString(0), reader.GetString(1)));
        return prints.ToDictionary(print => print.Item1, print => print.Item2);
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }
        return rows;
    }
}
