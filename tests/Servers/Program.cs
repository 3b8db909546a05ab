using Journease.LocalServers;

// Starts one PostgreSQL and one RabbitMQ, prints how to reach them, and stops them when its standard input ends.
// `./test` uses it for all test projects; started with a directory as argument the data lie there.

var temporary = args.Length == 0;
var directory = temporary ? Directory.CreateTempSubdirectory("journease-servers-").FullName : args[0];
// PostgreSQL's account must be able to pass through.
File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
try
{
    var postgresStart = PostgresServer.StartAsync(new() { DataDirectory = $"{directory}/postgres", Durable = false });
    var rabbitMqStart = RabbitMqServer.StartAsync(new() { DataDirectory = $"{directory}/rabbitmq" });
    await using var postgres = await postgresStart;
    await using var rabbitMq = await rabbitMqStart;

    Console.WriteLine($"JOURNEASE_TEST_POSTGRES={postgres.ConnectionString}");
    Console.WriteLine($"JOURNEASE_TEST_RABBITMQ={rabbitMq.AmqpUri}");
    Console.WriteLine($"JOURNEASE_TEST_RABBITMQ_DIRECTORY={rabbitMq.DataDirectory}");
    Console.WriteLine($"PIDS={postgres.ProcessId} {rabbitMq.ProcessId} {rabbitMq.NameServerProcessId}");
    Console.WriteLine("ready");
    while (await Console.In.ReadLineAsync() is not null)
    {
    }
    return 0;
}
catch (ServerStartException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
finally
{
    if (temporary)
    {
        Directory.Delete(directory, recursive: true);
    }
}
