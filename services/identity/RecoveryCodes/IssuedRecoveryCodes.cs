using System.Security.Cryptography;
using System.Text;
using Journease.Identity.Notices;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Journease.Identity.RecoveryCodes;

/// <summary>Makes recovery codes and takes them. Each has a hundred random bits, so a plain hash keeps it.</summary>
internal sealed class IssuedRecoveryCodes(IdentityDbContext db, CredentialNotices notices)
{
    private const int Count = 10;
    private const int Characters = 20;
    private const int GroupLength = 5;

    /// <summary>Ten new codes, to be shown once; those before end. Saved with the act.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Guid account, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(code => code.AccountId == account).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, Count).Select(_ => New()).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = account, Hash = HashOf(code) }));
        return codes;
    }

    /// <summary>Takes a code, within the caller's transaction: of two who give the same at once, one is refused. The person gets a letter.</summary>
    public async Task<bool> SpendAsync(Guid account, string code, CancellationToken ct)
    {
        var hash = HashOf(code);
        if (await db.RecoveryCodes.Where(known => known.AccountId == account && known.Hash == hash).ExecuteDeleteAsync(ct) == 0)
        {
            return false;
        }
        await notices.PutAsync(account, CredentialChange.RecoveryCodeUsed, ct);
        return true;
    }

    public Task<int> LeftAsync(Guid account, CancellationToken ct) => db.RecoveryCodes.CountAsync(code => code.AccountId == account, ct);

    private static string New()
    {
        var text = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(16))[..Characters].ToLowerInvariant();
        return string.Join('-', text.Chunk(GroupLength).Select(group => new string(group)));
    }

    // However it is typed: with or without dashes, in upper or lower case.
    private static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
