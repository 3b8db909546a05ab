using System.Security.Cryptography;
using Journease.ServiceDefaults.UnitOfWork;
using Journease.ServiceDefaults.Verbs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Keys;

/// <summary>Makes the platform's keys once, at the <c>migrate</c> verb; two migrations at the same time make one set.</summary>
internal sealed class CreateServerKeys(IdentityDbContext db, IDataProtectionProvider protection, TimeProvider clock) : IMigrationStep
{
    private const int KeyBits = 2048;

    public async Task RunAsync(CancellationToken ct)
    {
        var protector = protection.CreateProtector(ServerKeys.ProtectionPurpose);
        // The first use makes the ring of protection keys, before several replicas could each make their own.
        protector.Protect([]);

        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('identity.server_key'))", token);
            var present = await db.ServerKeys.Select(key => key.Purpose).ToListAsync(token);
            foreach (var purpose in Enum.GetValues<KeyPurpose>().Except(present))
            {
                using var rsa = RSA.Create(KeyBits);
                db.ServerKeys.Add(new ServerKey
                {
                    Id = Guid.CreateVersion7(),
                    Purpose = purpose,
                    CreatedAt = clock.GetUtcNow(),
                    ProtectedKey = protector.Protect(rsa.ExportPkcs8PrivateKey()),
                });
            }
            var made = await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return made;
        }, ct);
    }
}
