using Journease.Identity.OwnAccount;
using Journease.ServiceDefaults.UnitOfWork;

namespace Journease.Identity.Passkeys;

/// <summary>A person gives one of their passkeys another name.</summary>
internal static class RenamePasskey
{
    public static void MapRenamePasskey(this IEndpointRouteBuilder account) => account.MapPost("/passkeys/name", HandleAsync)
        .WithName(nameof(RenamePasskey)).WithSummary("Name a passkey");

    private static async Task<IResult> HandleAsync(
        HttpContext http, OwnAccountVisit visit, IdentityDbContext db, PasskeyNames names, AccountAnswer page, CancellationToken ct)
    {
        if (PasskeyNames.Read(visit.Form["name"], "Passkey") is not { } name)
        {
            return await page.AgainAsync(http, $"The name of a passkey has at most {Passkey.LongestName} characters.", ct);
        }

        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (await db.OwnPasskeyAsync(visit, token) is { } passkey)
            {
                passkey.Rename(await names.SealAsync(passkey.AccountId, passkey.Id, name, token));
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
            }
            return true;
        }, ct);
        return Results.LocalRedirect(Addresses.Account);
    }
}
