using System.ComponentModel.DataAnnotations;
using Journease.Intake.CareTeams;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.Safety;

/// <summary>A clinician closes a concern that was taken on, saying what was done.</summary>
internal static class CloseConcern
{
    public sealed record Request([Required, StringLength(4000), StorableText] string Note);

    public sealed record Response(Guid ConcernId, ConcernState State, DateTimeOffset ClosedAt, Guid ClosedBy);

    internal static void MapCloseConcern(this RouteGroupBuilder concerns) =>
        concerns.MapPost("/{id:guid}/close", HandleAsync)
            .Refuses(ConcernProblems.NotAcknowledged, ConcernProblems.AlreadyClosed)
            .WithName(nameof(CloseConcern))
            .WithSummary("Close a concern with a note of what was done")
            .RequireIdempotencyKey()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IntakeDbContext db, Seals seals, CurrentCaller caller, CareAccess access, TimeProvider clock,
        HttpResponse http, CancellationToken ct)
    {
        if (await db.Concerns.FindAsync([id], ct) is not { } concern || !await access.CoversAsync(concern.ClientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such concern.");
        }

        var note = await seals.SealRecordAsync(concern.ClientId, SafetyConcernTable.ClosingNoteOf(id), request.Note, ct);
        concern.Close(caller.Id, note, clock.Now());
        await db.SaveChangesAsync(ct);
        http.SetEtag(concern);
        return TypedResults.Ok(new Response(concern.Id, concern.State, concern.ClosedAt!.Value, concern.ClosedBy!.Value));
    }
}
