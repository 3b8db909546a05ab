using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Closing;

/// <summary>A person thinks better of it: the account stays open.</summary>
internal static class KeepAccount
{
    public static void MapKeepAccount(this RouteGroupBuilder closing) => closing.MapPost("/cancel", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(KeepAccount))
        .WithSummary("Keep the account open after all");

    internal static async Task<Results<Ok<ClosingState>, ProblemHttpResult>> HandleAsync(CurrentCaller caller, AccountClosing closing, CancellationToken ct)
    {
        if (await closing.LockAsync(caller.Id, ct) is not { } account)
        {
            return CommonProblems.NotFound.Because("This account is closed.");
        }
        await closing.KeepAsync(account, ct);
        return TypedResults.Ok(ClosingState.Of(account));
    }
}
