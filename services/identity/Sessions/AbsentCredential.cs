using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>Stands in where there is no account to check, so that the answer takes as long as where there is one.</summary>
internal sealed class AbsentCredential(IPasswordHasher<Credential> hasher)
{
    private static readonly Credential Nobody = new();

    // Made once for all requests: making one each time would take as long again, and tell.
    private static string? hash;

    public void Check(string password) => hasher.VerifyHashedPassword(
        Nobody, LazyInitializer.EnsureInitialized(ref hash, () => hasher.HashPassword(Nobody, "nobody's password")), password);
}
