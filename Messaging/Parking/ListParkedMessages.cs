using Journease.Messaging.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging.Parking;

/// <summary>An operator sees which messages could not be sent, and what has been done about them.</summary>
public static class ListParkedMessages
{
    private const int Most = 200;

    /// <param name="MessageId">The id to replay or drop it by.</param>
    /// <param name="MessageType">The contract.</param>
    /// <param name="AggregateId">What it was about.</param>
    /// <param name="OccurredAt">When that happened.</param>
    /// <param name="ParkedAt">Since when it waits.</param>
    /// <param name="Error">Type and code of the last refusal.</param>
    /// <param name="NeedsTwoToDrop">About safety, clearance or consent.</param>
    /// <param name="DropRequestedBy">Who has asked to drop it and waits for a second person.</param>
    public sealed record Response(
        Guid MessageId, string MessageType, Guid AggregateId, DateTimeOffset OccurredAt, DateTimeOffset ParkedAt, string? Error, bool NeedsTwoToDrop, Guid? DropRequestedBy);

    internal static void MapListParkedMessages(this RouteGroupBuilder parked) => parked.MapGet("/", HandleAsync)
        .WithName(nameof(ListParkedMessages))
        .WithSummary("List the messages that could not be sent, longest waiting first");

    internal static async Task<Ok<List<Response>>> HandleAsync(MessagingDbContext db, CancellationToken ct)
    {
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.ParkedAt != null)
            .OrderBy(message => message.ParkedAt).Take(Most)
            .Select(message => new
            {
                Message = message,
                DropRequestedBy = db.Set<ParkedMessageAct>()
                    .Where(act => act.MessageId == message.MessageId && act.ParkedAt == message.ParkedAt && act.Act == ParkedMessageAct.DropRequested)
                    .Select(act => (Guid?)act.DoneBy).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return TypedResults.Ok(messages.ConvertAll(row => new Response(
            row.Message.MessageId, row.Message.MessageType, row.Message.OrderingKey, row.Message.OccurredAt, row.Message.ParkedAt!.Value,
            row.Message.LastError, Protected.Is(row.Message.MessageType), row.DropRequestedBy)));
    }
}
