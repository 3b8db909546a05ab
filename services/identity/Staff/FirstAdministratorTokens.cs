using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>Makes, finds and uses up the secret of the first administrator.</summary>
internal sealed class FirstAdministratorTokens(IdentityDbContext db, Invitations invitations, TimeProvider clock)
{
    /// <summary>Returns the new secret; an earlier one, and a letter that was sent with it, are of no use any more.</summary>
    public async Task<string> MakeAsync(CancellationToken ct)
    {
        var (secret, now) = (LinkToken.New(), clock.GetUtcNow());
        if (await db.FirstAdministratorTokens.SingleOrDefaultAsync(ct) is { } earlier)
        {
            earlier.Replace(secret, now);
        }
        else
        {
            db.FirstAdministratorTokens.Add(FirstAdministratorToken.Make(secret, now));
        }
        await invitations.WithdrawAllOfAsync(administrator: null, ct);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    public Task<bool> IsGoodAsync(string? secret, CancellationToken ct)
    {
        var (hash, now) = (LinkToken.HashOf(secret), clock.GetUtcNow());
        return db.FirstAdministratorTokens.AnyAsync(token => token.TokenHash == hash && token.ExpiresAt > now, ct);
    }

    /// <summary>False when it is not good. Within the caller's transaction: it is used up when that is committed, and of two at once only one gets true.</summary>
    public async Task<bool> UseAsync(string? secret, CancellationToken ct)
    {
        var (hash, now) = (LinkToken.HashOf(secret), clock.GetUtcNow());
        return await db.FirstAdministratorTokens.Where(token => token.TokenHash == hash && token.ExpiresAt > now).ExecuteDeleteAsync(ct) == 1;
    }
}
