using System.ComponentModel.DataAnnotations;
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
        IntakeDbContext db, CancellationToken ct, Guid? before = null, [Range(1, 100)] int limit = 50)
    {
        var page = await db.EmergencyAccesses.AsNoTracking()
            .Where(access => before == null || access.Id < before) // ids tell the time, so they are the order
            .OrderByDescending(access => access.Id)
            .Take(limit + 1)
            .Select(access => new Line(
                access.Id, access.ClientId, access.AccountId, access.Reason, access.Words, access.OpenedAt, access.ExpiresAt, access.EndedAt))
            .ToListAsync(ct);
        var more = page.Count > limit;
        return TypedResults.Ok(new Response(more ? page[..limit] : page, more ? page[limit - 1].AccessId : null));
    }
}
