using Journease.Identity.Notices;
using Journease.Identity.OwnAccount;
using Journease.Identity.Pages;
using Journease.ServiceDefaults.UnitOfWork;

namespace Journease.Identity.RecoveryCodes;

/// <summary>A person who uses a passkey or an app gets ten new recovery codes; the old ones end.</summary>
internal static class MakeRecoveryCodes
{
    public static void MapOwnRecoveryCodes(this IEndpointRouteBuilder account) => account.MapPost("/recovery-codes", HandleAsync)
        .WithName(nameof(MakeRecoveryCodes)).WithSummary("Make new recovery codes").NeedsFreshSignIn();

    private static async Task<IResult> HandleAsync(
        HttpContext http, OwnAccountVisit visit, IssuedRecoveryCodes recovery, CredentialNotices notices, IdentityDbContext db, CancellationToken ct)
    {
        var id = visit.Person.Account.Id;
        if (!visit.Person.HasStrongFactor)
        {
            return Results.LocalRedirect(Addresses.Account);
        }
        var codes = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var made = await recovery.MakeAsync(id, token);
            await notices.PutAsync(visit.Person, CredentialChange.RecoveryCodesMade, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return made;
        }, ct);
        return http.Page<RecoveryCodesPage>(new { Codes = codes });
    }
}
