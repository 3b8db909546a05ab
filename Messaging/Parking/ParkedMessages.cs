using Journease.Messaging.Outbox;
using Journease.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging.Parking;

/// <summary>What replaying and dropping share: the locked row, and the entry that says who did what and why.</summary>
internal static class ParkedMessages
{
    /// <summary>The parked message, locked: of two operators at once the second finds it gone.</summary>
    public static async Task<OutboxMessage?> LockAsync(MessagingDbContext db, Guid messageId, CancellationToken ct)
    {
        var sql = $$"""SELECT * FROM {{db.Model.GetDefaultSchema()}}.outbox_message WHERE message_id = {0} AND parked_at IS NOT NULL FOR UPDATE""";
        var found = await db.Set<OutboxMessage>().FromSqlRaw(sql, messageId).ToListAsync(ct);
        return found.SingleOrDefault();
    }

    public static ParkedMessageAct Act(this OutboxMessage message, string act, string reason, CurrentCaller caller, TimeProvider clock) => new()
    {
        MessageId = message.MessageId,
        MessageType = message.MessageType,
        AggregateId = message.OrderingKey,
        Act = act,
        Reason = reason,
        DoneBy = caller.Id,
        DoneAt = clock.GetUtcNow(),
        ParkedAt = message.ParkedAt!.Value,
    };
}
