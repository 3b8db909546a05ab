using System.ComponentModel.DataAnnotations;
using Journease.Intake.CareTeams;
using Journease.Intake.Scoring;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Safety;

/// <summary>A clinician sees the concerns of their clients that are not closed, the most pressing first; a prescriber sees everybody's.</summary>
internal static class ListConcerns
{
    public sealed record Response(IReadOnlyList<Line> Concerns, Guid? Next);

    public sealed record Line(
        Guid ConcernId, Guid ClientId, Guid ResponseId, SafetySign Sign, ConcernGrade Grade, ConcernState State,
        DateTimeOffset RaisedAt, DateTimeOffset AcknowledgeBy, bool Overdue, Guid? AcknowledgedBy, long Version);

    internal static void MapListConcerns(this RouteGroupBuilder concerns) =>
        concerns.MapGet("/", HandleAsync)
            .WithName(nameof(ListConcerns))
            .WithSummary("Concerns that are not closed, by deadline; give the answer's next as after to read on")
            .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        IntakeDbContext db, CareAccess access, AuditTrail audit, TimeProvider clock, CancellationToken ct, Guid? after = null, [Range(1, 100)] int limit = 50)
    {
        var now = clock.Now();
        var concerns = db.Concerns.AsNoTracking().Where(concern => concern.State != ConcernState.Closed);
        if (!access.CoversEverybody)
        {
            concerns = concerns.Where(concern => access.Teams().Any(team => team.Id == concern.ClientId));
        }
        if (after is { } id && await db.Concerns.AsNoTracking().SingleOrDefaultAsync(concern => concern.Id == id, ct) is { } last)
        {
            concerns = concerns.Where(concern =>
                concern.AcknowledgeBy > last.AcknowledgeBy || (concern.AcknowledgeBy == last.AcknowledgeBy && concern.Id > last.Id));
        }

        var page = await concerns
            .OrderBy(concern => concern.AcknowledgeBy).ThenBy(concern => concern.Id)
            .Take(limit + 1)
            .Select(concern => new Line(
                concern.Id, concern.ClientId, concern.ResponseId, concern.Sign, concern.Grade, concern.State, concern.RaisedAt,
                concern.AcknowledgeBy, concern.State == ConcernState.Open && concern.AcknowledgeBy < now, concern.AcknowledgedBy, concern.Version))
            .ToListAsync(ct);
        audit.About(page.Take(limit).Select(concern => concern.ClientId));
        var more = page.Count > limit;
        return TypedResults.Ok(new Response(more ? page[..limit] : page, more ? page[limit - 1].ConcernId : null));
    }
}
