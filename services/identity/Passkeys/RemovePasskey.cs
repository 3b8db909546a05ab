using System.Buffers.Text;
using Journease.Identity.Notices;
using Journease.Identity.OwnAccount;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Passkeys;

/// <summary>A person removes one of their passkeys, but not the last way into their account. All other sessions end: one of them may be the thief's.</summary>
internal static class RemovePasskey
{
    private const string LastWayIn = "This passkey is the only way into your account. Add another one, or set a password, before you remove it.";

    public static void MapRemovePasskey(this IEndpointRouteBuilder account) => account.MapPost("/passkeys/remove", HandleAsync)
        .WithName(nameof(RemovePasskey)).WithSummary("Remove a passkey").NeedsFreshSignIn();

    /// <summary>The passkey that the form names, if it is the person's own.</summary>
    public static Task<Passkey?> OwnPasskeyAsync(this IdentityDbContext db, OwnAccountVisit visit, CancellationToken ct)
    {
        var given = visit.Form["id"].ToString();
        var id = Base64Url.IsValid(given) ? Base64Url.DecodeFromChars(given) : [];
        var account = visit.Person.Account.Id;
        return db.Passkeys.SingleOrDefaultAsync(passkey => passkey.Id == id && passkey.AccountId == account, ct);
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, OwnAccountVisit visit, IdentityDbContext db, OpenSessions sessions, CredentialNotices notices, AccountAnswer page, CancellationToken ct)
    {
        var removed = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            // The credential is locked: two that are removed at once would each leave the other as the way in.
            var id = visit.Person.Account.Id;
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM identity.credential WHERE id = {id} FOR UPDATE", token);
            if (await db.OwnPasskeyAsync(visit, token) is not { } passkey)
            {
                return true;
            }
            if (visit.Person.Credential.PasswordHash is null && await db.Passkeys.CountAsync(other => other.AccountId == id, token) == 1)
            {
                return false;
            }

            db.Passkeys.Remove(passkey);
            await sessions.EndOthersAsync(id, visit.Person.Session.Id, token);
            await notices.PutAsync(visit.Person, CredentialChange.PasskeyRemoved, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        return removed ? Results.LocalRedirect(Addresses.Account) : await page.AgainAsync(http, LastWayIn, ct);
    }
}
