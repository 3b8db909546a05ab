using Journease.Identity.OwnAccount;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>A person signs out of one device, or everywhere.</summary>
internal static class EndSessions
{
    public static void MapOwnSessions(this IEndpointRouteBuilder account)
    {
        account.MapPost("/sessions/end", EndOneAsync).WithName("EndOneSession").WithSummary("Sign out of one device");
        account.MapPost("/sessions/end-all", EndAllAsync).WithName("EndAllSessions").WithSummary("Sign out everywhere");
    }

    private static async Task<IResult> EndOneAsync(OwnAccountVisit visit, OpenSessions sessions, CancellationToken ct)
    {
        if (Guid.TryParse(visit.Form["id"], out var id))
        {
            await sessions.EndAsync(visit.Person.Account.Id, id, ct);
        }
        return Results.LocalRedirect(Addresses.Account);
    }

    private static async Task<IResult> EndAllAsync(
        HttpContext http, OwnAccountVisit visit, OpenSessions sessions, IdentityDbContext db, CancellationToken ct)
    {
        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            await sessions.EndAllAsync(visit.Person.Account.Id, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect(Addresses.SignedOut);
    }
}
