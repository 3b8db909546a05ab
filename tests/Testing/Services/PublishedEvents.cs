using System.Collections.Concurrent;
using System.Text.Json;
using Journease.Contracts;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Journease.Testing.Services;

/// <summary>Listens to every contract's exchange of one virtual host, and speaks into it, as another service would.</summary>
internal sealed class PublishedEvents : IAsyncDisposable
{
    private static readonly Type[] Contracts =
        [.. typeof(IEvent).Assembly.GetTypes().Where(type => type.IsClass && typeof(IEvent).IsAssignableFrom(type))];

    private readonly ConcurrentQueue<IEvent> heard = new();
    private IConnection? connection;
    private IChannel? channel;

    public IReadOnlyList<TEvent> All<TEvent>() where TEvent : IEvent => [.. heard.OfType<TEvent>()];

    public async Task ListenAsync(Uri broker)
    {
        connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        channel = await connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync(exclusive: true);
        foreach (var contract in Contracts)
        {
            await channel.ExchangeDeclareAsync(ExchangeOf(contract), ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue.QueueName, ExchangeOf(contract), "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var type = Contracts.Single(contract => ExchangeOf(contract) == delivery.Exchange);
            heard.Enqueue(Read(delivery.Body, type));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
    }

    public async Task PublishAsync(IEvent fact)
    {
        var type = fact.GetType();
        var envelope = new
        {
            messageId = fact.EventId,
            correlationId = fact.CorrelationId,
            messageType = new[] { $"urn:message:{ExchangeOf(type)}" },
            message = (object)fact,
        };
        await channel!.BasicPublishAsync(
            ExchangeOf(type),
            "",
            mandatory: false,
            new BasicProperties { ContentType = "application/vnd.masstransit+json", MessageId = fact.EventId.ToString() },
            JsonSerializer.SerializeToUtf8Bytes(envelope, JsonSerializerOptions.Web));
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private static string ExchangeOf(Type contract) => $"{contract.Namespace}:{contract.Name}";

    private static IEvent Read(ReadOnlyMemory<byte> body, Type type)
    {
        using var json = JsonDocument.Parse(body);
        var message = json.RootElement.TryGetProperty("message", out var inEnvelope) ? inEnvelope : json.RootElement;
        return (IEvent)message.Deserialize(type, JsonSerializerOptions.Web)!;
    }
}
