namespace Journease.Notifications.Phones;

/// <summary>Stands where a real way would, in Development only: says in the log that something would have been sent.</summary>
internal sealed partial class TestPhoneWay(string name, ILogger<TestPhoneWay> logger) : IPhoneWay
{
    public string Name => name;

    public Task SendAsync(Guid notice, string address, CancellationToken ct)
    {
        LogWouldBeSent(notice, name);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Notice {Notice} would be sent by {Way}")]
    private partial void LogWouldBeSent(Guid notice, string way);
}
