using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging.Inbox;

/// <summary>Remembers handled messages, by id and consumer, in the transaction of their effect.</summary>
internal sealed class InboxTable(MessagingDbContext db)
{
    private readonly string claim =
        $$"""INSERT INTO {{db.Model.GetDefaultSchema()}}.inbox_message (message_id, consumer, received_at) VALUES ({0}, {1}, clock_timestamp()) ON CONFLICT DO NOTHING""";

    /// <summary>False when it has been handled. A copy that comes while the first still runs waits here for its end.</summary>
    public async Task<bool> ClaimAsync(Guid messageId, string consumer, CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync(claim, [messageId, consumer], ct) == 1;
}
