using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Journease.Messaging.Measuring;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Journease.Messaging.Dispatch;

/// <summary>Hands one stored message to the broker and returns when the broker has confirmed it.</summary>
internal sealed class EventSender(IBus bus, IOptions<MessagingOptions> options)
{
    // Events are ids and codes: what is larger is a mistake, and would close the channel for the others.
    private const int LargestBody = 1_000_000;

    /// <summary>Null when it is sent; why not when the message itself is at fault. Throws when the broker cannot be reached.</summary>
    public async Task<Refused?> SendAsync(Claimed message, CancellationToken ct)
    {
        if (EventTypes.Find(message.MessageType) is not { } type)
        {
            return new(message, "UnknownType", Park: true);
        }
        if (Encoding.UTF8.GetByteCount(message.Body) > LargestBody)
        {
            return new(message, "TooLarge", Park: true);
        }
        if (!IsReadable(message.Body))
        {
            return new(message, "Unreadable", Park: true);
        }

        using var activity = MessagingTelemetry.Source.StartActivity("outbox send", ActivityKind.Producer, message.TraceParent);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Value.SendTimeout);
        try
        {
            var exchange = await type.ExchangeAsync(bus);
            await exchange.Send(StoredEvent.Instance, Pipe.Execute<SendContext<StoredEvent>>(send => Address(send, message, type)), limit.Token)
                .WaitAsync(limit.Token);
            return null;
        }
        catch (Exception e) when (!BrokerAway.Says(e))
        {
            return new(message, BrokerAway.CodeOf(e), Park: message.Attempts + 1 >= options.Value.ParkAfter);
        }
    }

    private static void Address(SendContext<StoredEvent> send, Claimed message, EventType type)
    {
        send.Serializer = new StoredBody(message.Body);
        send.SupportedMessageTypes = [type.Urn];
        send.MessageId = message.MessageId;
        send.CorrelationId = message.CorrelationId;
        send.ConversationId = message.CorrelationId ?? message.MessageId;
        send.InitiatorId = message.CausationId;
        send.Headers.Set(MessageHeaders.MessageType, type.Urn);
        send.Headers.Set(MessageHeaders.ConversationId, send.ConversationId?.ToString());
        if (message.CausationId is { } cause)
        {
            send.Headers.Set(MessageHeaders.InitiatorId, cause.ToString());
        }
        if (message.TraceParent is { } trace)
        {
            send.Headers.Set("traceparent", trace);
            // Where a span is recorded it is the span's own id that consumers continue.
            send.Headers.Set(MassTransit.Logging.DiagnosticHeaders.ActivityId, Activity.Current?.Id ?? trace);
        }
    }

    private static bool IsReadable(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
