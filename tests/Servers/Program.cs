using Journease.LocalServers;
using Journease.Testing;

// Starts one PostgreSQL and one RabbitMQ, prints how the tests reach them, and stops them when its input ends.
try
{
    var starting = (Postgres: TemporaryServers.StartPostgresAsync(), RabbitMq: TemporaryServers.StartRabbitMqAsync());
    await using var postgres = await starting.Postgres;
    await using var rabbitMq = await starting.RabbitMq;

    Console.WriteLine($"JOURNEASE_TEST_POSTGRES={postgres.ConnectionString}");
    Console.WriteLine($"JOURNEASE_TEST_RABBITMQ={rabbitMq.AmqpUri}");
    Console.WriteLine($"JOURNEASE_TEST_RABBITMQ_DIRECTORY={rabbitMq.DataDirectory}");
    Console.WriteLine($"PROCESSES={postgres.ProcessId} {rabbitMq.ProcessId} {rabbitMq.NameServerProcessId}");
    Console.WriteLine("READY");
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
