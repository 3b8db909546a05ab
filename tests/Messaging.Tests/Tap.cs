using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Journease.Contracts.Scheduling;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Journease.Messaging.Tests;

/// <summary>A queue beside the consumers' that sees every AppointmentBooked in the order in which the broker took it, and survives the broker.</summary>
internal sealed class Tap : IAsyncDisposable
{
    public const string Exchange = "Journease.Contracts.Scheduling:AppointmentBooked";
    private const string Queue = "tap";

    private readonly ConcurrentQueue<AppointmentBooked> heard = new();
    private readonly ConcurrentQueue<DeliveryModes> modes = new();
    private readonly IConnection connection;
    private readonly IChannel channel;

    private Tap(IConnection connection, IChannel channel)
    {
        this.connection = connection;
        this.channel = channel;
    }

    public IReadOnlyList<AppointmentBooked> Heard => [.. heard];

    /// <summary>Whether each message was to be kept on disk.</summary>
    public IReadOnlyList<DeliveryModes> Modes => [.. modes];

    /// <summary>How many messages wait to be heard.</summary>
    public async Task<int> WaitingAsync() => (int)await channel.MessageCountAsync(Queue);

    public static async Task<Tap> OpenAsync(Uri broker)
    {
        var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        var tap = new Tap(connection, await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)));
        await tap.channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true);
        await tap.channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await tap.channel.QueueBindAsync(Queue, Exchange, "");
        return tap;
    }

    public Task ListenAsync()
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            modes.Enqueue(delivery.BasicProperties.DeliveryMode);
            heard.Enqueue(JsonSerializer.Deserialize<AppointmentBooked>(delivery.Body.Span, JsonSerializerOptions.Web)!);
            return Task.CompletedTask;
        };
        return channel.BasicConsumeAsync(Queue, autoAck: true, consumer);
    }

    /// <summary>Publishes a body as another service's dispatcher would.</summary>
    public Task PublishAsync(Guid messageId, string body) => channel.BasicPublishAsync(Exchange, "", mandatory: false, new BasicProperties
    {
        MessageId = messageId.ToString(),
        ContentType = "application/json",
        DeliveryMode = DeliveryModes.Persistent,
        Headers = new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:" + Exchange },
    }, Encoding.UTF8.GetBytes(body)).AsTask();

    /// <summary>The oldest message of a queue, or null when there is none or no such queue.</summary>
    public async Task<BasicGetResult?> GetAsync(string queue)
    {
        await using var own = await connection.CreateChannelAsync();
        try
        {
            return await own.BasicGetAsync(queue, autoAck: true);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
