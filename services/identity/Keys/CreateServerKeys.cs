using Journease.ServiceDefaults.Verbs;
using Microsoft.AspNetCore.DataProtection;

namespace Journease.Identity.Keys;

/// <summary>Makes the platform's keys once, at the <c>migrate</c> verb; two migrations at the same time make one set.</summary>
internal sealed class CreateServerKeys(KeyRotation rotation, IDataProtectionProvider protection) : IMigrationStep
{
    public Task RunAsync(CancellationToken ct)
    {
        // The first use makes the ring of protection keys, before several replicas could each make their own.
        protection.CreateProtector(ServerKeys.ProtectionPurpose).Protect([]);
        return rotation.CreateMissingAsync(ct);
    }
}
