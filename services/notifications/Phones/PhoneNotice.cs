using Journease.Mail;

namespace Journease.Notifications.Phones;

/// <summary>That there is a message, on its way to one telephone.</summary>
internal sealed class PhoneNotice : Outgoing
{
    private PhoneNotice() { } // for EF Core

    public Guid DeviceId { get; private init; }

    public Guid MessageId { get; private init; }

    public static PhoneNotice Of(Guid message, Device device, DateTimeOffset now) =>
        new() { OwnerId = device.AccountId, Kind = device.Way, DeviceId = device.Id, MessageId = message, WrittenAt = now, AvailableAt = now };
}
