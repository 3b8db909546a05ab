using Journease.Portal.Sessions;
using Journease.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Journease.Portal;

/// <summary>The portal's own database: the sessions of signed-in people and the keys that protect them.</summary>
internal sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : ServiceDbContext(options)
{
    protected override string Schema => "portal";

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();
}
