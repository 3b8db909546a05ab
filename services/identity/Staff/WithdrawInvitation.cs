using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>An administrator withdraws an invitation: its link says so to whoever opens it.</summary>
internal static class WithdrawInvitation
{
    internal static void MapWithdrawInvitation(this RouteGroupBuilder invitations) => invitations.MapPost("/{id:guid}/withdraw", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(WithdrawInvitation))
        .WithSummary("Withdraw an invitation")
        .Refuses(StaffProblems.InvitationOver);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, IdentityDbContext db, CurrentCaller caller, Administrators administrators, Invitations invitations, TimeProvider clock, CancellationToken ct)
    {
        await administrators.RequireAsync(caller, ct);
        if (await invitations.LockAsync(id, ct) is not { } invitation)
        {
            return CommonProblems.NotFound.Because("There is no such invitation, or no more.");
        }
        invitation.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
