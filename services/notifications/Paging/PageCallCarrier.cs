using Journease.Mail;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Paging;

/// <summary>Hands a page to the practice's paging system, at whatever hour it is.</summary>
internal sealed class PageCallCarrier(NotificationsDbContext db, PagingSystemClient system, PagingSettings settings) : ICarrier<PageCall>
{
    public RetryPlan Retries => RetryPlan.Urgent;

    public async Task<Carried> CarryAsync(Claimed claimed, CancellationToken ct)
    {
        if (settings.Webhook is not { } address)
        {
            return Carried.Unnecessary("no-webhook");
        }
        // What calls is the page itself.
        await system.PostAsync(await db.SafetyPages.AsNoTracking().SingleAsync(page => page.Id == claimed.OwnerId, ct), address, ct);
        return Carried.Over;
    }
}
