using Journease.Identity.Accounts;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>Who are the administrators at this moment. The database decides: a token may be some minutes behind, and two may act at once.</summary>
internal sealed class Administrators(IdentityDbContext db)
{
    /// <summary>
    /// Locks every enabled administrator until the end of the transaction, always in the same order: of two acts that could each
    /// take away the other's last administrator, one waits and sees what the first has done.
    /// </summary>
    public async Task<IReadOnlyList<Account>> LockAsync(CancellationToken ct) => await db.Accounts.FromSql($"""
        SELECT * FROM identity.account WHERE 'administrator' = ANY(roles) AND disabled_at IS NULL AND closed_at IS NULL ORDER BY id FOR UPDATE
        """).ToListAsync(ct);

    /// <summary>Refuses a caller who was an administrator when their token was issued and is none any more; who is one stays it until the end of the transaction.</summary>
    public async Task RequireAsync(CurrentCaller caller, CancellationToken ct)
    {
        var found = await db.Accounts.FromSql($"""
            SELECT * FROM identity.account
            WHERE id = {caller.Id} AND 'administrator' = ANY(roles) AND disabled_at IS NULL AND closed_at IS NULL FOR SHARE
            """).ToListAsync(ct);
        if (found.Count == 0)
        {
            throw NotAnyMore();
        }
    }

    /// <summary>The same, with all administrators locked, which are the answer.</summary>
    public async Task<IReadOnlyList<Account>> LockForAsync(CurrentCaller caller, CancellationToken ct)
    {
        var all = await LockAsync(ct);
        return all.Any(account => account.Id == caller.Id) ? all : throw NotAnyMore();
    }

    /// <summary>Whether there is one who can let others in.</summary>
    public Task<bool> ExistsAsync(CancellationToken ct) => db.Accounts.AnyAsync(
        account => account.Roles.Contains(Roles.Administrator) && account.DisabledAt == null && account.ClosedAt == null, ct);

    /// <summary>Refuses what would leave nobody who can let others in; whoever is about to leave does not count.</summary>
    public static void RequireAnotherThan(Guid account, IReadOnlyList<Account> locked)
    {
        if (!locked.Any(other => other.Id != account && other.ClosesAt is null))
        {
            throw StaffProblems.LastAdministrator.Broken("Make somebody else an administrator first.");
        }
    }

    private static RuleBrokenException NotAnyMore() => CommonProblems.NotAllowed.Broken("You are no longer an administrator.");
}
