using Journease.Messaging;

namespace Journease.Notifications.Paging;

/// <summary>Somebody who is on call for a while, and who stands in when they do not answer.</summary>
internal sealed class OnCall : Aggregate
{
    private OnCall() { } // for EF Core

    /// <summary>Who is paged first.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>Who is paged besides when nobody has taken it on in time; null where there is no back-up.</summary>
    public Guid? BackupId { get; private init; }

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset Until { get; private set; }

    /// <summary>Who put it on the rota.</summary>
    public Guid EnteredBy { get; private init; }

    public static OnCall Enter(Guid account, Guid? backup, DateTimeOffset from, DateTimeOffset until, Guid by)
    {
        if (until <= from)
        {
            throw PagingProblems.EndsBeforeItBegins.Broken("Give an end that is after the beginning.", "until");
        }
        if (backup == account)
        {
            throw PagingProblems.OwnBackup.Broken("Name somebody else as the back-up, or nobody.", "backupId");
        }
        return new OnCall { AccountId = account, BackupId = backup, From = from, Until = until, EnteredBy = by };
    }

    /// <summary>It ends now; one that has not begun never counts. Ending twice changes nothing.</summary>
    public void End(DateTimeOffset now) => Until = Until > now ? now : Until;
}
