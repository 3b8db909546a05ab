using System.Security.Cryptography;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Keys;

/// <summary>Makes keys and forgets those whose time is over. One rotation at a time, so that two of them make one key.</summary>
internal sealed class KeyRotation(IdentityDbContext db, IDataProtectionProvider protection, IOptions<KeyOptions> options, TimeProvider clock)
{
    private const int KeyBits = 2048;

    private readonly IDataProtector protector = protection.CreateProtector(ServerKeys.ProtectionPurpose);

    /// <summary>The first keys, which are used at once because there are no others.</summary>
    public Task<int> CreateMissingAsync(CancellationToken ct) =>
        ChangeAsync((keys, now) => keys.Count == 0 ? now : null, ct);

    /// <summary>A successor for every key that has none yet.</summary>
    public Task<int> RotateAsync(CancellationToken ct) =>
        ChangeAsync((keys, now) => keys.Any(key => key.UsedFrom > now) ? null : now + options.Value.PublishedBeforeUse, ct);

    /// <summary>A successor for every key that is old enough; and the end of those that nothing needs any more.</summary>
    public Task<int> RotateByAgeAsync(CancellationToken ct) => ChangeAsync((keys, now) =>
    {
        db.ServerKeys.RemoveRange(keys.Zip(keys.Skip(1))
            .Where(pair => pair.Second.UsedFrom + KeyOptions.KeptAfterUse <= now).Select(pair => pair.First));
        return keys[^1].CreatedAt + options.Value.RotateAfter <= now ? now + options.Value.PublishedBeforeUse : null;
    }, ct);

    /// <summary>Somebody may know the keys: new ones from now on, and whatever the old ones signed or sealed is worth nothing.</summary>
    public Task<int> ReplaceAsync(CancellationToken ct) => ChangeAsync((keys, now) =>
    {
        db.ServerKeys.RemoveRange(keys);
        return now;
    }, ct);

    // For each purpose: what is there, the earliest used first, says from when a new key is used, if there is to be one.
    private Task<int> ChangeAsync(Func<List<ServerKey>, DateTimeOffset, DateTimeOffset?> decide, CancellationToken ct) =>
        db.InOneTransactionAsync(async (transaction, token) =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('identity.server_key'))", token);
            var all = await db.ServerKeys.OrderBy(key => key.UsedFrom).ToListAsync(token);
            var now = clock.GetUtcNow();
            var made = 0;
            foreach (var purpose in Enum.GetValues<KeyPurpose>())
            {
                if (decide([.. all.Where(key => key.Purpose == purpose)], now) is { } usedFrom)
                {
                    db.ServerKeys.Add(Make(purpose, now, usedFrom));
                    made++;
                }
            }
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return made;
        }, ct);

    private ServerKey Make(KeyPurpose purpose, DateTimeOffset now, DateTimeOffset usedFrom)
    {
        using var rsa = RSA.Create(KeyBits);
        return new ServerKey
        {
            Id = Guid.CreateVersion7(),
            Purpose = purpose,
            CreatedAt = now,
            UsedFrom = usedFrom,
            ProtectedKey = protector.Protect(rsa.ExportPkcs8PrivateKey()),
        };
    }
}
