using Journease.Sealing.DataKeys;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.Sealing;

/// <summary>Makes the place where a service's wrapped keys lie.</summary>
internal sealed class KeyStorage(ServiceDbContext db) : IMigrationStep
{
    public Task RunAsync(CancellationToken ct) => KeyTable.CreateAsync(db, db.Model.GetDefaultSchema() + "_app", ct);
}
