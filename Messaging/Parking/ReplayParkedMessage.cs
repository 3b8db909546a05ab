using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Journease.Messaging.Parking;

/// <summary>An operator sends a parked message again, once what was in its way is gone.</summary>
public static class ReplayParkedMessage
{
    public sealed record Request(string Reason);

    internal static void MapReplayParkedMessage(this RouteGroupBuilder parked) => parked.MapPost("/{messageId:guid}/replay", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(ReplayParkedMessage))
        .WithSummary("Send a parked message again");

    internal static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> HandleAsync(
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

        db.Add(message.Act(ParkedMessageAct.Replayed, request.Reason, caller, clock));
        message.Replay();
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
