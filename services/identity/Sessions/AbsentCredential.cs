using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>Stands in where there is no account to check, so that the answer takes as long as where there is one.</summary>
internal sealed class AbsentCredential(IPasswordHasher<Credential> hasher)
{
    private readonly Credential nobody = new();
    private readonly Lazy<string> hash = new(() => hasher.HashPassword(new Credential(), "nobody's password"));

    public void Check(string password) => hasher.VerifyHashedPassword(nobody, hash.Value, password);
}
