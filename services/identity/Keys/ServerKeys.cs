using System.Security.Cryptography;
using Journease.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Journease.Identity.Keys;

/// <summary>
/// The keys of this installation as the database holds them, read again while the service runs. There are no others: never
/// keys that a restart would forget.
/// </summary>
internal sealed class ServerKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    public const string ProtectionPurpose = "server-key";

    private readonly IDataProtector protector = protection.CreateProtector(ProtectionPurpose);
    private volatile IReadOnlyList<LoadedKey> keys = [];
    private CancellationTokenSource changed = new();

    string? IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<IdentityDbContext>().ServerKeys.AsNoTracking().ToListAsync(ct);
        var now = clock.GetUtcNow();
        // The first of each purpose signs or seals, the others only verify and open: the latest whose time has come, then
        // the older ones, and last those that are only published so far.
        var loaded = stored.OrderBy(key => key.UsedFrom > now).ThenByDescending(key => key.UsedFrom).Select(Load).ToList();
        if (loaded.DistinctBy(key => key.Purpose).Count() < Enum.GetValues<KeyPurpose>().Length)
        {
            throw new WrongConfigurationException("The identity database holds no keys: run the migrate verb of identity first.");
        }
        if (!loaded.SequenceEqual(keys))
        {
            keys = loaded;
            // Not disposed: somebody may just be asking it for its token.
            await Interlocked.Exchange(ref changed, new CancellationTokenSource()).CancelAsync();
        }
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    public void Configure(OpenIddictServerOptions options)
    {
        options.SigningCredentials.AddRange(Of(KeyPurpose.Signing).Select(key => new SigningCredentials(key, SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(Of(KeyPurpose.Encryption).Select(key =>
            new EncryptingCredentials(key, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512)));
    }

    public void Dispose() => changed.Dispose();

    private IEnumerable<RsaSecurityKey> Of(KeyPurpose purpose) => keys.Where(key => key.Purpose == purpose).Select(key => key.Key);

    private LoadedKey Load(ServerKey stored)
    {
        if (keys.FirstOrDefault(key => key.Id == stored.Id) is { } known)
        {
            return known;
        }
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(protector.Unprotect(stored.ProtectedKey), out _);
        return new(stored.Id, stored.Purpose, new RsaSecurityKey(rsa) { KeyId = stored.Id.ToString("N") });
    }

    private sealed record LoadedKey(Guid Id, KeyPurpose Purpose, RsaSecurityKey Key);
}
