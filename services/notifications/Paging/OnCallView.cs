namespace Journease.Notifications.Paging;

/// <summary>One line of the rota.</summary>
/// <param name="AccountId">Who is paged first.</param>
/// <param name="BackupId">Who is paged besides when nobody has taken it on in time.</param>
internal sealed record OnCallView(Guid OnCallId, Guid AccountId, Guid? BackupId, DateTimeOffset From, DateTimeOffset Until)
{
    public static OnCallView For(OnCall onCall) => new(onCall.Id, onCall.AccountId, onCall.BackupId, onCall.From, onCall.Until);
}
