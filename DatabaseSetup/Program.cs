using Journease.DatabaseSetup;
using Npgsql;

// Makes the databases and roles that its environment names. Run at every start; changes nothing the second time
// except passwords that have changed.
try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariables());
    await using var server = new NpgsqlConnection(settings.Superuser);
    await server.OpenAsync();
    // The server's own databases are its superuser's: no service has anything to look for in them.
    await using (var close = new NpgsqlCommand("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC", server))
    {
        await close.ExecuteNonQueryAsync();
    }
    foreach (var database in settings.Databases)
    {
        await database.SetUpAsync(server, settings.Superuser);
        Console.WriteLine($"The database {database.Name} is there, with its roles {database.App} and {database.Migrate}.");
    }
    return 0;
}
catch (Exception e) when (e is NpgsqlException or WrongSettingsException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
