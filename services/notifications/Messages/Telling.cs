using Journease.Contracts;
using Journease.Notifications.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Messages;

/// <summary>Tells people of a fact once, however often and however late it arrives: in the portal, and by the ways that they chose.</summary>
internal sealed class Telling(NotificationsDbContext db, Ways ways, TimeProvider clock)
{
    /// <summary>Tells the person whom it is about; a fact about nobody is not told.</summary>
    public async Task TellAsync(IEvent fact, MessageKind kind, CancellationToken ct)
    {
        if (fact.SubjectId is { } account)
        {
            await TellAsync(Message.About(account, fact, kind, clock.GetUtcNow()), ct);
        }
    }

    /// <summary>Tells everybody who holds a role, in the portal only: who that is knows identity.</summary>
    public Task TellRoleAsync(string role, IEvent fact, MessageKind kind, CancellationToken ct) =>
        TellAsync(Message.ForEverybodyAs(role, fact, kind, clock.GetUtcNow()), ct);

    public async Task TellAsync(Message message, CancellationToken ct)
    {
        // The inbox stops copies of one message; this stops the same fact under another message id.
        var told = await db.Messages.AnyAsync(
            other => other.AboutId == message.AboutId && other.FactVersion == message.FactVersion && other.Kind == message.Kind
                && other.AccountId == message.AccountId && other.ForRole == message.ForRole, ct);
        if (told)
        {
            return;
        }
        db.Messages.Add(message);
        // A page has ways of its own, which ask nobody's preferences.
        if (message.AccountId is { } account && message.Kind is not MessageKind.SafetyPage)
        {
            await ways.SendAsync(message, account, ct);
        }
    }
}
