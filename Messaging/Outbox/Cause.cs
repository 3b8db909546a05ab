using System.Diagnostics;

namespace Journease.Messaging.Outbox;

/// <summary>Why this scope acts: a request, whose trace gives the correlation, or a message that is being handled.</summary>
internal sealed class Cause
{
    private Guid? correlationId;

    /// <summary>The message being handled; null in a request.</summary>
    public Guid? MessageId { get; private set; }

    public Guid CorrelationId => correlationId ??= Activity.Current is { } activity
        ? Guid.ParseExact(activity.TraceId.ToHexString(), "N")
        : Guid.CreateVersion7();

    public void IsMessage(Guid messageId, Guid? correlation)
    {
        MessageId = messageId;
        correlationId = correlation;
    }
}
