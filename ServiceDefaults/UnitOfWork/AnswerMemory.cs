using System.Security.Cryptography;
using Journease.ServiceDefaults.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>Remembers, in the transaction of the act, what each request was answered. Answers are kept protected for 24 hours.</summary>
internal sealed class AnswerMemory(ServiceDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("stored-answer");
    private readonly string claim =
        $$"""INSERT INTO {{db.Model.GetDefaultSchema()}}.stored_answer (key, request_hash, created_at) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING""";
    private readonly string remember =
        $$"""UPDATE {{db.Model.GetDefaultSchema()}}.stored_answer SET answer = {0} WHERE key = {1}""";

    /// <summary>True when this is the first request with the key. A rival waits here until the first has committed or failed.</summary>
    public async Task<bool> ClaimAsync(string key, byte[] hash, CancellationToken ct)
    {
        var rows = await db.Database.ExecuteSqlRawAsync(claim, [key, hash, clock.GetUtcNow()], ct);
        return rows == 1;
    }

    /// <summary>The answer given earlier; null when the key was used for a different request.</summary>
    public async Task<CapturedAnswer?> RecallAsync(string key, byte[] hash, CancellationToken ct)
    {
        var stored = await db.Set<StoredAnswer>().AsNoTracking().SingleAsync(answer => answer.Key == key, ct);
        return CryptographicOperations.FixedTimeEquals(stored.RequestHash, hash)
            ? CapturedAnswer.FromBytes(protector.Unprotect(stored.Answer!))
            : null;
    }

    public Task RememberAsync(string key, CapturedAnswer answer, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(remember, [protector.Protect(answer.ToBytes()), key], ct);
}
