using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>An administrator lets somebody sign in again, with the roles that they had.</summary>
internal static class EnableAccount
{
    internal static void MapEnableAccount(this RouteGroupBuilder account) => account.MapPost("/enable", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(EnableAccount))
        .WithSummary("Let somebody sign in again")
        .Refuses(StaffProblems.OwnAccess);

    internal static Task<Results<Ok<AccountLine>, ProblemHttpResult>> HandleAsync(Guid id, AccessOfOthers access, CancellationToken ct) =>
        access.ChangeAsync(id, account => account.Enable(), ct);
}
