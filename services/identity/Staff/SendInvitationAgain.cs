using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>An administrator sends an invitation once more: a new letter, good for 7 days; the link in the earlier one ends.</summary>
internal static class SendInvitationAgain
{
    internal static void MapSendInvitationAgain(this RouteGroupBuilder invitations) => invitations.MapPost("/{id:guid}/send-again", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(SendInvitationAgain))
        .WithSummary("Send an invitation again")
        .Refuses(StaffProblems.InvitationOver);

    internal static async Task<Results<Ok<InvitationLine>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentCaller caller, Administrators administrators, Invitations invitations, CancellationToken ct)
    {
        await administrators.RequireAsync(caller, ct);
        if (await invitations.LockAsync(id, ct) is not { } invitation)
        {
            return CommonProblems.NotFound.Because("There is no such invitation, or no more.");
        }
        await invitations.SendAgainAsync(invitation, ct);
        return TypedResults.Ok(await InvitationLine.OfAsync(invitation, invitations, ct));
    }
}
