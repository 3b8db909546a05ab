using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.EmergencyAccesses;

/// <summary>The clinician gives emergency access back before it runs out, or an administrator takes it.</summary>
internal static class EndEmergencyAccess
{
    public sealed record Response(Guid AccessId, DateTimeOffset EndsAt);

    internal static void MapEndEmergencyAccess(this RouteGroupBuilder accesses) =>
        accesses.MapPost("/{id:guid}/end", HandleAsync)
            .WithName(nameof(EndEmergencyAccess))
            .WithSummary("End emergency access before it runs out")
            .RequireIdempotencyKey()
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IntakeDbContext db, CurrentCaller caller, AuditTrail audit, CancellationToken ct)
    {
        var anybodys = caller.Has(Roles.Administrator);
        var access = await db.EmergencyAccesses.SingleOrDefaultAsync(
            access => access.Id == id && (anybodys || access.AccountId == caller.Id), ct);
        if (access is null)
        {
            return CommonProblems.NotFound.Because("You have opened no such emergency access.");
        }

        audit.About(access.ClientId);
        access.End(await db.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(access.Id, access.EndedAt ?? access.ExpiresAt));
    }
}
