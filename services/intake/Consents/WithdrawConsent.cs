using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Consents;

/// <summary>A client takes a consent back; no reason is asked.</summary>
internal static class WithdrawConsent
{
    public sealed record Response(Guid ConsentId, string Kind, DateTimeOffset WithdrawnAt);

    internal static void MapWithdrawConsent(this RouteGroupBuilder consents) =>
        consents.MapPost("/{id:guid}/withdraw", HandleAsync)
            .WithName(nameof(WithdrawConsent))
            .WithSummary("Take a consent back")
            .RequireIdempotencyKey()
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IntakeDbContext db, CurrentCaller caller, TimeProvider clock, HttpResponse http, CancellationToken ct)
    {
        if (await db.Consents.SingleOrDefaultAsync(consent => consent.Id == id && consent.ClientId == caller.Id, ct) is not { } consent)
        {
            return CommonProblems.NotFound.Because("You have signed no such consent.");
        }

        consent.Withdraw(clock.Now());
        await db.SaveChangesAsync(ct);
        http.SetEtag(consent);
        return TypedResults.Ok(new Response(consent.Id, consent.Kind, consent.WithdrawnAt!.Value));
    }
}
