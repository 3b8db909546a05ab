using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>An administrator says what somebody is here from now on. Everything they hold is signed out, and they sign in anew with the new roles.</summary>
internal static class SetStaffRoles
{
    /// <param name="Roles">All staff roles from now on; empty for somebody who is only a client again.</param>
    public sealed record Request([Required, MaxLength(8)] IReadOnlyList<StaffRole> Roles);

    internal static void MapSetStaffRoles(this RouteGroupBuilder account) => account.MapPut("/roles", HandleAsync)
        .RequireIfMatch()
        .WithName(nameof(SetStaffRoles))
        .WithSummary("Set what somebody is here")
        .Refuses(StaffProblems.OwnAccess, StaffProblems.LastAdministrator, StaffProblems.NoRole);

    internal static Task<Results<Ok<AccountLine>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, AccessOfOthers access, CancellationToken ct) =>
        access.ChangeAsync(
            id,
            account =>
            {
                ifMatch.Require(account);
                return account.GiveStaffRoles(request.Roles.Names());
            },
            ct);
}
