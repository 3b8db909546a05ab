using Journease.Contracts;
using Journease.Notifications.Messages;
using Journease.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Paging;

/// <summary>Calls whoever is on call, once for each fact, by every way that there is.</summary>
internal sealed partial class PageOnCall(
    NotificationsDbContext db, Telling telling, PagingSettings settings, TimeProvider clock, ILogger<PageOnCall> logger)
{
    public async Task PageAsync(IEvent fact, PageReason reason, CancellationToken ct)
    {
        if (await db.SafetyPages.AnyAsync(known => known.ConcernId == fact.AggregateId && known.FactVersion == fact.AggregateVersion, ct))
        {
            return;
        }
        var now = clock.GetUtcNow();
        var page = SafetyPage.For(fact, reason, await OnCallTable.AtAsync(db, now, ct), now);
        db.SafetyPages.Add(page);
        db.PageMails.AddRange(page.OnCallIds.Select(account => PageMail.Of(page, account, now)));
        if (settings.Webhook is not null)
        {
            db.PageCalls.Add(PageCall.Of(page, now));
        }
        foreach (var account in page.OnCallIds)
        {
            await telling.TellAsync(Message.ToOnCall(account, fact, now), ct);
        }
        if (page.OnCallIds.Count == 0)
        {
            LogNobody(page.Id, page.ConcernId);
            await telling.TellRoleAsync(Roles.Administrator, fact, MessageKind.SafetyPage, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Page {Page} for concern {Concern}: nobody is on call, act now")]
    private partial void LogNobody(Guid page, Guid concern);
}
