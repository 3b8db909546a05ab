using Journease.Intake.CareTeams;
using Journease.Intake.Clearances;
using Journease.Intake.Consents;
using Journease.Intake.EmergencyAccesses;
using Journease.Intake.Exports;
using Journease.Intake.Inquiries;
using Journease.Intake.Responses;
using Journease.Intake.Reviews;
using Journease.Intake.Safety;
using Journease.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake;

internal sealed class IntakeDbContext(DbContextOptions<IntakeDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "intake";

    public DbSet<Inquiry> Inquiries => Set<Inquiry>();
    public DbSet<QuestionnaireResponse> Responses => Set<QuestionnaireResponse>();
    public DbSet<SafetyConcern> Concerns => Set<SafetyConcern>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Clearance> Clearances => Set<Clearance>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<CareTeam> CareTeams => Set<CareTeam>();
    public DbSet<Export> Exports => Set<Export>();
    public DbSet<EmergencyAccess> EmergencyAccesses => Set<EmergencyAccess>();

    /// <summary>
    /// What one client saves and submits happens one after the other, also from two devices. Held until the transaction
    /// ends; the constraints stay the last word.
    /// </summary>
    public Task OneAtATimeForAsync(Guid clientId, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({clientId.ToString()}, 0))", ct);

    /// <summary>The time by the database's clock, for what must end at one instant on every replica.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken ct) =>
        Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct);

    /// <summary>Whether this service holds anything about a client.</summary>
    public async Task<bool> KnowsAsync(Guid clientId, CancellationToken ct) =>
        await Responses.AnyAsync(response => response.ClientId == clientId, ct)
        || await Consents.AnyAsync(consent => consent.ClientId == clientId, ct);
}
