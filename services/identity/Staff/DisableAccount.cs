using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>An administrator keeps somebody from signing in, from now on and everywhere. Nothing of theirs is deleted.</summary>
internal static class DisableAccount
{
    internal static void MapDisableAccount(this RouteGroupBuilder account) => account.MapPost("/disable", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(DisableAccount))
        .WithSummary("Keep somebody from signing in")
        .Refuses(StaffProblems.OwnAccess, StaffProblems.LastAdministrator);

    internal static Task<Results<Ok<AccountLine>, ProblemHttpResult>> HandleAsync(
        Guid id, AccessOfOthers access, TimeProvider clock, CancellationToken ct) =>
        access.ChangeAsync(id, account => account.Disable(clock.GetUtcNow()), ct);
}
