using Journease.Mail;

namespace Journease.Notifications.Paging;

/// <summary>A page on its way to the practice's paging system, by HTTP; its owner is the page.</summary>
internal sealed class PageCall : Outgoing
{
    private PageCall() { } // for EF Core

    public static PageCall Of(SafetyPage page, DateTimeOffset now) =>
        new() { OwnerId = page.Id, Kind = "page", WrittenAt = now, AvailableAt = now };
}
