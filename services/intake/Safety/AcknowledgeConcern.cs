using Journease.Intake.CareTeams;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.Safety;

/// <summary>A clinician takes a concern on; from then on it is theirs.</summary>
internal static class AcknowledgeConcern
{
    public sealed record Response(Guid ConcernId, ConcernState State, DateTimeOffset AcknowledgedAt, Guid AcknowledgedBy);

    internal static void MapAcknowledgeConcern(this RouteGroupBuilder concerns) =>
        concerns.MapPost("/{id:guid}/acknowledge", HandleAsync)
            .Refuses(ConcernProblems.AlreadyAcknowledged, ConcernProblems.AlreadyClosed)
            .WithName(nameof(AcknowledgeConcern))
            .WithSummary("Take a concern on")
            .RequireIdempotencyKey()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IntakeDbContext db, CurrentCaller caller, CareAccess access, TimeProvider clock, HttpResponse http,
        CancellationToken ct)
    {
        if (await db.Concerns.FindAsync([id], ct) is not { } concern || !await access.CoversAsync(concern.ClientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such concern.");
        }

        concern.Acknowledge(caller.Id, clock.Now());
        await db.SaveChangesAsync(ct);
        http.SetEtag(concern);
        return TypedResults.Ok(new Response(concern.Id, concern.State, concern.AcknowledgedAt!.Value, concern.AcknowledgedBy!.Value));
    }
}
