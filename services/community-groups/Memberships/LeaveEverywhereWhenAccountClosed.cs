using Journease.CommunityGroups.Circles;
using Journease.Contracts.Identity;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Memberships;

/// <summary>Whoever closes their account leaves every circle. What they wrote stays, under a name that leads to nobody any more.</summary>
internal sealed class LeaveEverywhereWhenAccountClosed(GroupsDbContext db, MembershipLinks links, TimeProvider clock) : IConsumer<AccountClosed>
{
    public async Task Consume(ConsumeContext<AccountClosed> context)
    {
        if (context.Message.SubjectId is not { } account)
        {
            return;
        }

        var ct = context.CancellationToken;
        var circles = await db.Circles.Select(circle => circle.Id).ToListAsync(ct);
        foreach (var circleId in (await links.OwnAsync(circles, account, ct)).Select(membership => membership.CircleId).Order())
        {
            // Locked first, and read again under the lock, as whoever else changes membership does.
            await CircleTable.LockAsync(db, circleId, ct);
            if (await links.FindOwnAsync(circleId, account, ct) is not { } membership)
            {
                continue;
            }
            await db.Entry(membership).ReloadAsync(ct);
            if (membership.Leave(clock.GetUtcNow()))
            {
                await CircleTable.CountAsync(db, circleId, -1, ct);
            }
            await links.CutAsync(membership, ct);
        }
    }
}
