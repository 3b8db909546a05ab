using Journease.Identity.Accounts;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>An administrator reads one account, also that of a client who is to work here.</summary>
internal static class ReadStaffAccount
{
    internal static void MapReadStaffAccount(this RouteGroupBuilder account) => account.MapGet("/", HandleAsync)
        .WithName(nameof(ReadStaffAccount))
        .WithSummary("Read one account");

    internal static async Task<Results<Ok<AccountLine>, ProblemHttpResult>> HandleAsync(
        Guid id, IdentityDbContext db, AccountDetails details, HttpResponse http, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id && account.ClosedAt == null, ct) is not { } account)
        {
            return CommonProblems.NotFound.Because("There is no such account, or no more.");
        }
        http.SetEtag(account);
        return TypedResults.Ok(await AccountLine.OfAsync(account, details, ct));
    }
}
