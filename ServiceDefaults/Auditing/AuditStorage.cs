using Journease.Audit;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>Makes the place where a service's audit lies.</summary>
internal sealed class AuditStorage(ServiceDbContext db) : IMigrationStep
{
    public Task RunAsync(CancellationToken ct)
    {
        var create = AuditTable.CreateFor(db.Model.GetDefaultSchema() + "_app");
        return db.Database.ExecuteSqlRawAsync(create, ct);
    }
}
