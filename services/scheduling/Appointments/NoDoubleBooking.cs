using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Journease.Scheduling.Appointments;

/// <summary>
/// Nobody and nothing is in two places at once: the database refuses it (docs/decisions/0006). EF Core has no model for
/// exclusion constraints, so the initial migration calls <see cref="AddTo"/> at its end; a test fails when it does not.
/// </summary>
internal static class NoDoubleBooking
{
    private const string Constraint = "ex_claim_no_double_booking";

    public static void AddTo(MigrationBuilder migration) => migration.Sql($"""
        ALTER TABLE scheduling.claim ADD CONSTRAINT {Constraint}
        EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (released_at IS NULL)
        """);

    public static bool RefusedThis(DbUpdateException exception) => exception.InnerException is PostgresException { ConstraintName: Constraint };

    /// <summary>
    /// Lets rivals for the same people and rooms go one after another. Two transactions that insert overlapping claims at the same
    /// moment wait for each other until PostgreSQL notices the deadlock, a second later; with the locks the loser is told at once.
    /// The constraint stays the last word.
    /// </summary>
    public static Task TakeTurnsAsync(SchedulingDbContext db, Appointment appointment, CancellationToken ct)
    {
        Guid[] resources = [.. appointment.Claims.OrderBy(claim => claim.Number).Select(claim => claim.ResourceId)];
        return db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended(resource::text, 0)) FROM unnest({resources}) WITH ORDINALITY AS r(resource, n) ORDER BY n", ct);
    }
}
