using MassTransit;

namespace Journease.Messaging.Inbox;

/// <summary>The message came back more often than the limit allows.</summary>
internal sealed class RedeliveredTooOftenException() : Exception("Redelivered too often.");

/// <summary>A message without an id cannot be told from its copies.</summary>
internal sealed class MessageWithoutIdException() : Exception("The message has no id.");

internal static class ConsumeContextName
{
    /// <summary>The queue, which is one consumer's: <c>scheduling-block-dosing-when-clearance-withdrawn</c>.</summary>
    public static string ConsumerName(this ConsumeContext context) => context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1];
}
