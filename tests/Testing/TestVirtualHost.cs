using Xunit;

namespace Journease.Testing;

/// <summary>A virtual host of its own on the broker for one test class: no other class sees its queues.</summary>
public sealed class TestVirtualHost : IAsyncLifetime
{
    private TestBroker? broker;

    public string Name { get; } = "test-" + Guid.CreateVersion7().ToString("n");

    /// <summary>The amqp address of this virtual host, with user and password.</summary>
    public Uri AmqpUri => new(Broker.AmqpUri, "/" + Name);

    /// <summary>The same, as services read it from ConnectionStrings__rabbitmq.</summary>
    public string ConnectionString => AmqpUri.ToString();

    private TestBroker Broker => broker
        ?? throw new InvalidOperationException("The virtual host is there after InitializeAsync.");

    public static async Task<TestVirtualHost> CreateAsync()
    {
        var host = new TestVirtualHost();
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        var shared = await TestServers.RabbitMqAsync();
        var user = Uri.UnescapeDataString(shared.AmqpUri.UserInfo.Split(':')[0]);
        await shared.Control.AddVirtualHostAsync(Name, user);
        broker = shared;
    }

    public async ValueTask DisposeAsync()
    {
        if (broker is not null)
        {
            await broker.Control.DeleteVirtualHostAsync(Name);
        }
    }
}
