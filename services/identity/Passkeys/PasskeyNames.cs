using System.Security.Cryptography;
using Journease.Sealing;

namespace Journease.Identity.Passkeys;

/// <summary>What people call their passkeys; a name often says whose device it is.</summary>
internal sealed class PasskeyNames(Seals seals)
{
    /// <summary>Null when the name is too long, or cannot be shown.</summary>
    public static string? Read(string? entered, string otherwise)
    {
        var name = entered?.Trim() is { Length: > 0 } given ? given : otherwise;
        return name.Length <= Passkey.LongestName && !name.Any(char.IsControl) ? name : null;
    }

    public Task<Sealed> SealAsync(Guid account, byte[] passkey, string name, CancellationToken ct) =>
        seals.SealAsync(account, KeyPurpose.Personal, PlaceOf(passkey), name, ct);

    public async Task<string> OpenAsync(Passkey passkey, CancellationToken ct) =>
        await seals.OpenAsync(passkey.AccountId, KeyPurpose.Personal, PlaceOf(passkey.Id), passkey.Name, ct) ?? "";

    // Rows are named by ids of one length; the authenticator's ids have many.
    private static SealedPlace PlaceOf(byte[] passkey) =>
        new("passkey", "name", new Guid(SHA256.HashData(passkey).AsSpan(0, 16), bigEndian: true));
}
