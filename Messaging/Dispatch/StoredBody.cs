using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;

namespace Journease.Messaging.Dispatch;

/// <summary>What MassTransit is given to send: a stand-in, for the bytes were fixed when the event was written.</summary>
internal sealed class StoredEvent
{
    public static readonly StoredEvent Instance = new();
}

/// <summary>Puts the stored bytes on the wire as they are. The type stands in a header, the body is the contract's JSON and nothing else.</summary>
internal sealed class StoredBody(string body) : IMessageSerializer
{
    public ContentType ContentType => SystemTextJsonRawMessageSerializer.JsonContentType;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => new StringMessageBody(body);
}
