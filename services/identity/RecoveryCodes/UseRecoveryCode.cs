using Journease.Identity.OwnAccount;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.UnitOfWork;

namespace Journease.Identity.RecoveryCodes;

/// <summary>Somebody who lost their passkey, and is signed in without it, gives a recovery code to be able to set up another.</summary>
internal static class UseRecoveryCode
{
    private const string Wrong = "This recovery code is not right, or was used before.";

    public static void MapUseRecoveryCode(this IEndpointRouteBuilder account) => account.MapPost("/recovery-codes/use", HandleAsync)
        .WithName(nameof(UseRecoveryCode)).WithSummary("Use a recovery code in place of a lost passkey");

    private static async Task<IResult> HandleAsync(
        HttpContext http, OwnAccountVisit visit, IssuedRecoveryCodes recovery, OpenSessions sessions, AccountAnswer page, IdentityDbContext db, CancellationToken ct)
    {
        var person = visit.Person;
        var taken = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (!await recovery.SpendAsync(person.Account.Id, visit.Form["recovery-code"].ToString(), token))
            {
                return false;
            }
            await sessions.StrengthenAsync(person.Session.Id, [SignInMeans.Recovery], token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        return taken ? Results.LocalRedirect(Addresses.Account) : await page.AgainAsync(http, Wrong, ct);
    }
}
