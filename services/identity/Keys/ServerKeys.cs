using System.Security.Cryptography;
using Journease.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Journease.Identity.Keys;

/// <summary>The keys of this installation, read once at start. There are no others: never keys that a restart would forget.</summary>
internal sealed class ServerKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection) : IConfigureOptions<OpenIddictServerOptions>
{
    public const string ProtectionPurpose = "server-key";

    private readonly Dictionary<KeyPurpose, List<RsaSecurityKey>> keys = [];

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var protector = protection.CreateProtector(ProtectionPurpose);
        // The newest first: the first one signs, the others still verify.
        foreach (var stored in await db.ServerKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).ToListAsync(ct))
        {
            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(protector.Unprotect(stored.ProtectedKey), out _);
            if (!keys.TryGetValue(stored.Purpose, out var list))
            {
                keys[stored.Purpose] = list = [];
            }
            list.Add(new RsaSecurityKey(rsa) { KeyId = stored.Id.ToString("N") });
        }
        if (keys.Count < Enum.GetValues<KeyPurpose>().Length)
        {
            throw new WrongConfigurationException("The identity database holds no keys: run the migrate verb of identity first.");
        }
    }

    public void Configure(OpenIddictServerOptions options)
    {
        options.SigningCredentials.AddRange(keys[KeyPurpose.Signing].Select(key => new SigningCredentials(key, SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(keys[KeyPurpose.Encryption].Select(key =>
            new EncryptingCredentials(key, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512)));
    }
}
