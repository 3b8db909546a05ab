namespace Journease.Notifications.Phones;

/// <summary>A telephone as its person sees it; its token or number is not shown again.</summary>
internal sealed record DeviceView(Guid DeviceId, string Way, DateTimeOffset RegisteredAt)
{
    public static DeviceView For(Device device) => new(device.Id, device.Way, device.RegisteredAt);
}
