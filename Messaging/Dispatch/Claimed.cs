namespace Journease.Messaging.Dispatch;

/// <summary>A message this dispatcher holds the lock of, as long as its transaction is open.</summary>
internal sealed record Claimed(
    long Position,
    Guid MessageId,
    string MessageType,
    Guid OrderingKey,
    string Body,
    string? TraceParent,
    Guid? CorrelationId,
    Guid? CausationId,
    int Attempts,
    TimeSpan Age);

/// <summary>A message that the broker, or we, refuse. The code is a type and a number, never a text.</summary>
internal sealed record Refused(Claimed Message, string Code, bool Park);
