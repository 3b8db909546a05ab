using System.Net;
using System.Net.Sockets;
using System.Text;
using Journease.Testing;
using RabbitMQ.Client;

namespace Journease.LocalServers.Tests;

[Trait("Needs", "servers")]
public sealed class RunningAPrivateRabbitMqTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirmed_messages_survive_a_kill_and_a_stop()
    {
        var options = new RabbitMqOptions { DataDirectory = TemporaryServers.DirectoryFor("broker-survives") };
        await using var server = await RabbitMqServer.StartAsync(options, Ct);
        await PublishAsync(server.AmqpUri, "before the kill");
        await server.KillAsync();
        Assert.True(server.Exited.IsCompleted);

        await server.StartAgainAsync(Ct);
        await PublishAsync(server.AmqpUri, "before the stop");
        await server.StopAsync();
        await server.StartAgainAsync(Ct);

        Assert.Equal(["before the kill", "before the stop"], await ReadAllAsync(server.AmqpUri));

        await server.DisposeAsync();
        var refused = await Assert.ThrowsAsync<ServerStartException>(
            () => RabbitMqServer.StartAsync(options with { Password = "another \"one\"" }, Ct));
        Assert.EndsWith("were made with another password; restore it or delete the directory.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Virtual_hosts_come_and_go()
    {
        await using var server = await TemporaryServers.StartRabbitMqAsync("broker-hosts");
        var ours = new Uri(server.AmqpUri, "/ours");

        await server.Control.AddVirtualHostAsync("ours", "journease", Ct);
        await PublishAsync(ours, "here");
        Assert.Equal(["here"], await ReadAllAsync(ours));
        await server.Control.DeleteVirtualHostAsync("ours", Ct);

        await Assert.ThrowsAnyAsync<Exception>(() => PublishAsync(ours, "nowhere"));
    }

    [Fact]
    public async Task Stopped_it_leaves_nothing_running()
    {
        await using var server = await TemporaryServers.StartRabbitMqAsync("broker-stops");
        int[] processes = [server.ProcessId, server.NameServerProcessId, .. LocalProcess.DescendantsOf(server.ProcessId)];
        Assert.All(processes, id => Assert.True(LocalProcess.IsAlive(id)));

        await server.StopAsync();

        await Eventually.TrueAsync(() => !processes.Any(LocalProcess.IsAlive), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<ServerStartException>(() => RabbitMqServer.StartAsync(
            new() { DataDirectory = TemporaryServers.DirectoryFor("broker-taken"), Port = port }, Ct));
        Assert.Equal($"RabbitMQ cannot start, because port {port} is taken by another program.", refused.Message);
    }

    [Fact]
    public async Task A_missing_package_is_one_sentence()
    {
        var refused = await Assert.ThrowsAsync<ServerStartException>(() => RabbitMqServer.StartAsync(
            new() { DataDirectory = TemporaryServers.DirectoryFor("broker-missing"), Programs = "/nowhere" }, Ct));
        Assert.Equal("RabbitMQ is not installed: apt-get install rabbitmq-server.", refused.Message);
    }

    private static async Task PublishAsync(Uri broker, string text)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(new(true, true), Ct);
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false, cancellationToken: Ct);
        await channel.BasicPublishAsync(
            "", "kept", mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text), Ct);
    }

    private static async Task<IReadOnlyList<string>> ReadAllAsync(Uri broker)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        var texts = new List<string>();
        while (await channel.BasicGetAsync("kept", autoAck: true, Ct) is { } message)
        {
            texts.Add(Encoding.UTF8.GetString(message.Body.Span));
        }
        return texts;
    }
}
