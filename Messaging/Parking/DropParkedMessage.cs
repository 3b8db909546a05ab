using Journease.Messaging.Outbox;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging.Parking;

/// <summary>
/// An operator gives up a parked message for good. One about safety, clearance or consent is dropped only when a second
/// person says the same.
/// </summary>
public static class DropParkedMessage
{
    public sealed record Request(string Reason);

    /// <param name="Dropped">False when it still waits for a second person.</param>
    public sealed record Response(bool Dropped);

    internal static void MapDropParkedMessage(this RouteGroupBuilder parked) => parked.MapPost("/{messageId:guid}/drop", HandleAsync)
        .RequireIdempotencyKey()
        .Refuses(ParkedProblems.SecondPersonNeeded)
        .WithName(nameof(DropParkedMessage))
        .WithSummary("Drop a parked message, or confirm that it is dropped");

    internal static async Task<Results<Ok<Response>, Accepted<Response>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid messageId, Request request, MessagingDbContext db, CurrentCaller caller, TimeProvider clock, CancellationToken ct)
    {
        if (ParkedProblems.WithReason(request.Reason) is { } invalid)
        {
            return invalid;
        }
        if (await ParkedMessages.LockAsync(db, messageId, ct) is not { } message)
        {
            return CommonProblems.NotFound.Because("No parked message has this id; it may have been replayed or dropped.");
        }

        if (Protected.Is(message.MessageType))
        {
            switch (await RequestedByAsync(db, message, ct))
            {
                case null:
                    db.Add(message.Act(ParkedMessageAct.DropRequested, request.Reason, caller, clock));
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Accepted((string?)null, new Response(Dropped: false));
                case { } first when first == caller.Id:
                    return ParkedProblems.SecondPersonNeeded.Because("It may be about somebody's safety: ask another operator or an administrator to drop it as well.");
            }
        }

        db.Add(message.Act(ParkedMessageAct.Dropped, request.Reason, caller, clock));
        db.Remove(message);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(Dropped: true));
    }

    private static Task<Guid?> RequestedByAsync(MessagingDbContext db, OutboxMessage message, CancellationToken ct) => db.Set<ParkedMessageAct>()
        .Where(act => act.MessageId == message.MessageId && act.ParkedAt == message.ParkedAt && act.Act == ParkedMessageAct.DropRequested)
        .Select(act => (Guid?)act.DoneBy).FirstOrDefaultAsync(ct);
}
