using Journease.Messaging.Dispatch;
using Microsoft.Extensions.Logging;

namespace Journease.Messaging.Parking;

/// <summary>Says at once that a message waits for an operator; louder where somebody's safety may hang on it.</summary>
internal sealed partial class ParkingAlarm(ILogger<ParkingAlarm> logger)
{
    public void Parked(Refused refusal)
    {
        if (!refusal.Park)
        {
            return;
        }
        var message = refusal.Message;
        if (Protected.Is(message.MessageType))
        {
            LogAlert(message.MessageType, message.MessageId, message.OrderingKey, refusal.Code);
        }
        else
        {
            LogParked(message.MessageType, message.MessageId, message.OrderingKey, refusal.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Parked, act now: {MessageType} {MessageId} of {AggregateId} was not sent ({Code})")]
    private partial void LogAlert(string messageType, Guid messageId, Guid aggregateId, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Parked: {MessageType} {MessageId} of {AggregateId} was not sent ({Code})")]
    private partial void LogParked(string messageType, Guid messageId, Guid aggregateId, string code);
}
