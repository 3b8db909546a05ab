using System.ComponentModel.DataAnnotations;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.EmergencyAccesses;

/// <summary>The privacy administrator looks at every emergency access: who, whose record, why, until when.</summary>
internal static class ListEmergencyAccesses
{
    public sealed record Response(IReadOnlyList<Line> Accesses, Guid? Next);

    public sealed record Line(
        Guid AccessId, Guid ClientId, Guid AccountId, EmergencyReason Reason, string Words, DateTimeOffset OpenedAt,
        DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);

    internal static void MapListEmergencyAccesses(this RouteGroupBuilder accesses) =>
        accesses.MapGet("/", HandleAsync)
            .WithName(nameof(ListEmergencyAccesses))
            .WithSummary("Emergency accesses, newest first; give the answer's next as before to read on")
            .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        IntakeDbContext db, Seals seals, AuditTrail audit, CancellationToken ct, Guid? before = null, [Range(1, 100)] int limit = 50)
    {
        var page = await db.EmergencyAccesses.AsNoTracking()
            .Where(access => before == null || access.Id < before) // ids tell the time, so they are the order
            .OrderByDescending(access => access.Id)
            .Take(limit + 1)
            .ToListAsync(ct);
        await seals.PrepareAsync(page.Select(access => access.Words), ct);
        audit.About(page.Take(limit).Select(access => access.ClientId));
        var lines = new List<Line>();
        foreach (var access in page.Take(limit))
        {
            var words = await seals.OpenRecordAsync(access.ClientId, EmergencyAccessTable.WordsOf(access.Id), access.Words, ct);
            lines.Add(new Line(
                access.Id, access.ClientId, access.AccountId, access.Reason, words!, access.OpenedAt, access.ExpiresAt, access.EndedAt));
        }
        return TypedResults.Ok(new Response(lines, page.Count > limit ? page[limit - 1].Id : null));
    }
}
