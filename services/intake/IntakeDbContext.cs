using Journease.Intake.Clearances;
using Journease.Intake.Consents;
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

    /// <summary>
    /// What one client saves and submits happens one after the other, also from two devices. Held until the transaction
    /// ends; the constraints stay the last word.
    /// </summary>
    public Task OneAtATimeForAsync(Guid clientId, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({clientId.ToString()}, 0))", ct);
}
