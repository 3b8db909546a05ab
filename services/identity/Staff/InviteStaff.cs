using System.ComponentModel.DataAnnotations;
using Journease.Identity.Accounts;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>An administrator invites somebody to work here; a letter takes the invitation to them.</summary>
internal static class InviteStaff
{
    /// <param name="Email">Where the letter goes, and what the person will sign in with.</param>
    /// <param name="Name">What the person is called, as colleagues and clients will see it.</param>
    /// <param name="Roles">What the person will be here.</param>
    public sealed record Request(
        [Required, StringLength(EmailAddress.Longest)] string Email,
        [Required, StringLength(PersonalDetails.LongestName)] string Name,
        [Required, MinLength(1), MaxLength(8)] IReadOnlyList<StaffRole> Roles);

    internal static void MapInviteStaff(this RouteGroupBuilder invitations) => invitations.MapPost("/", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(InviteStaff))
        .WithSummary("Invite somebody to work here")
        .Refuses(StaffProblems.HasAccount, StaffProblems.AlreadyInvited);

    internal static async Task<Results<Created<InvitationLine>, ProblemHttpResult>> HandleAsync(
        Request request, CurrentCaller caller, Administrators administrators, AccountDetails accounts, Invitations invitations,
        AuditTrail audit, CancellationToken ct)
    {
        var person = new PersonalDetails(request.Email.Trim(), request.Name.Trim());
        if (!EmailAddress.IsValid(person.Email))
        {
            throw CommonProblems.Invalid.Broken("Write an e-mail address such as name@example.com.", "email");
        }
        if (!PersonalDetails.IsName(person.Name))
        {
            throw CommonProblems.Invalid.Broken("Write what the person is called, in one line.", "name");
        }
        await administrators.RequireAsync(caller, ct);
        if (await accounts.FindAsync(person.Email, ct) is { Id: var account })
        {
            audit.About(account);
            return StaffProblems.HasAccount.Because(
                "Nothing was sent and nothing has changed. Open the account and give it the roles.", new Dictionary<string, object?> { ["accountId"] = account });
        }

        if (await invitations.InviteAsync(person, request.Roles.Names(), caller.Id, ct) is not { } invitation)
        {
            return StaffProblems.AlreadyInvited.Because("Send that invitation again, or withdraw it first.");
        }
        audit.About(invitation.Id);
        return TypedResults.Created((string?)null, await InvitationLine.OfAsync(invitation, invitations, ct));
    }
}
