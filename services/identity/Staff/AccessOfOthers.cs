using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>
/// What every change of somebody's access has in common: who may make it, that an administrator remains, that everything the
/// person holds ends, and the letter that tells them.
/// </summary>
internal sealed class AccessOfOthers(
    IdentityDbContext db, CurrentCaller caller, Administrators administrators, OpenSessions sessions, Invitations invitations,
    AccountDetails details, LetterBox letters, AccessLetters words, IHttpContextAccessor http)
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="id">Whose access it is.</param>
    /// <param name="change">What changes; false where all was so before, and then nothing is sent.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Results<Ok<AccountLine>, ProblemHttpResult>> ChangeAsync(Guid id, Func<Account, bool> change, CancellationToken ct)
    {
        var before = await administrators.LockForAsync(caller, ct);
        if (id == caller.Id)
        {
            throw StaffProblems.OwnAccess.Broken("Ask another administrator.");
        }
        if (await LockAsync(id, ct) is not { } account)
        {
            return CommonProblems.NotFound.Because("There is no such account, or no more.");
        }

        if (change(account))
        {
            await LoseAdministratorAsync(account, before, ct);
            await sessions.EndAllAsync(id, ct);
            if (await details.OpenAsync(account, ct) is { } person)
            {
                await letters.PutAsync(id, "access-change", words.Write(person.Email, account), ct);
            }
            await db.SaveChangesAsync(ct);
        }
        http.HttpContext!.Response.SetEtag(account);
        return TypedResults.Ok(await AccountLine.OfAsync(account, details, ct));
    }

    private async Task<Account?> LockAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Accounts.FromSql($"SELECT * FROM identity.account WHERE id = {id} AND closed_at IS NULL FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    private async Task LoseAdministratorAsync(Account account, IReadOnlyList<Account> before, CancellationToken ct)
    {
        var wasOne = before.Any(other => other.Id == account.Id);
        if (wasOne && !account.IsEnabledAdministrator)
        {
            Administrators.RequireAnotherThan(account.Id, before);
            await invitations.WithdrawAllOfAsync(account.Id, ct);
        }
    }
}
