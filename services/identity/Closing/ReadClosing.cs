using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Closing;

/// <summary>A person reads what closing the account would do, and whether it is under way.</summary>
internal static class ReadClosing
{
    public static void MapReadClosing(this RouteGroupBuilder closing) => closing.MapGet("/", HandleAsync)
        .WithName(nameof(ReadClosing))
        .WithSummary("Read what closing the account does, and when it will be closed");

    internal static async Task<Results<Ok<ClosingState>, ProblemHttpResult>> HandleAsync(CurrentCaller caller, IdentityDbContext db, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == caller.Id && account.ClosedAt == null, ct) is { } account
            ? TypedResults.Ok(ClosingState.Of(account))
            : CommonProblems.NotFound.Because("This account is closed.");
}
