using System.ComponentModel.DataAnnotations;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.Clearances;

/// <summary>A prescriber withdraws a clearance; sessions to come are put on hold.</summary>
internal static class WithdrawClearance
{
    public sealed record Request([Required, StringLength(4000), StorableText] string Reason);

    public sealed record Response(Guid ClearanceId, DateTimeOffset WithdrawnAt, Guid WithdrawnBy);

    internal static void MapWithdrawClearance(this RouteGroupBuilder clearances) =>
        clearances.MapPost("/{id:guid}/withdraw", HandleAsync)
            .WithName(nameof(WithdrawClearance))
            .WithSummary("Withdraw a clearance, with the reason")
            .RequireIdempotencyKey()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IntakeDbContext db, Seals seals, CurrentCaller caller, AuditTrail audit, TimeProvider clock, HttpResponse http,
        CancellationToken ct)
    {
        if (await db.Clearances.FindAsync([id], ct) is not { } clearance)
        {
            return CommonProblems.NotFound.Because("There is no such clearance.");
        }

        audit.About(clearance.ClientId);
        var reason = await seals.SealRecordAsync(clearance.ClientId, ClearanceTable.WithdrawalReasonOf(id), request.Reason, ct);
        clearance.Withdraw(caller.Id, reason, clock.Now());
        await db.SaveChangesAsync(ct);
        http.SetEtag(clearance);
        return TypedResults.Ok(new Response(clearance.Id, clearance.WithdrawnAt!.Value, clearance.WithdrawnBy!.Value));
    }
}
