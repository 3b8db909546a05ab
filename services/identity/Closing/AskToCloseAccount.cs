using Journease.Identity.Staff;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Closing;

/// <summary>A person asks for their account to be closed. It is closed when the time to think better of it is over.</summary>
internal static class AskToCloseAccount
{
    public static void MapAskToCloseAccount(this RouteGroupBuilder closing) => closing.MapPost("/", HandleAsync)
        .RequireIdempotencyKey()
        .WithName(nameof(AskToCloseAccount))
        .WithSummary("Ask for the account to be closed")
        .Refuses(StaffProblems.LastAdministrator);

    internal static async Task<Results<Accepted<ClosingState>, ProblemHttpResult>> HandleAsync(CurrentCaller caller, AccountClosing closing, CancellationToken ct)
    {
        if (await closing.LockAsync(caller.Id, ct) is not { } account)
        {
            return CommonProblems.NotFound.Because("This account is closed.");
        }
        await closing.AskAsync(account, ct);
        return TypedResults.Accepted((string?)null, ClosingState.Of(account));
    }
}
