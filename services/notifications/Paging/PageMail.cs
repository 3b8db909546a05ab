using Journease.Mail;

namespace Journease.Notifications.Paging;

/// <summary>A page on its way to somebody's mailbox, in a line of its own: nothing that hangs elsewhere holds it up.</summary>
internal sealed class PageMail : Outgoing
{
    private PageMail() { } // for EF Core

    public Guid PageId { get; private init; }

    public static PageMail Of(SafetyPage page, Guid account, DateTimeOffset now) =>
        new() { OwnerId = account, PageId = page.Id, Kind = "page", WrittenAt = now, AvailableAt = now };
}
