using Journease.Sealing.DataKeys;
using Journease.Sealing.DataProtection;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.Sealing;

/// <summary><c>rewrap</c>: wraps every key of this database with the current master key. The service may go on running.</summary>
internal sealed class RewrapKeys(KeyRewrap rewrap, ProtectionKeyRewrap protection, ServiceDbContext db) : IVerb
{
    public string Name => "rewrap";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var count = await rewrap.RunAsync(ct);
        foreach (var key in await db.DataProtectionKeys.Where(key => key.Xml != null).ToListAsync(ct))
        {
            if (protection.Rewrap(key.Xml!) is { } wrapped)
            {
                key.Xml = wrapped;
                count++;
            }
        }
        await db.SaveChangesAsync(ct);
        Console.WriteLine($"{count} keys were wrapped with the current master key; none is wrapped with another.");
        return 0;
    }
}
