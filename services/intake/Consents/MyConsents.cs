using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Consents;

/// <summary>A client sees what they have signed and what they have taken back.</summary>
internal static class MyConsents
{
    public sealed record Response(IReadOnlyList<Line> Consents);

    public sealed record Line(
        Guid ConsentId, string Kind, int DocumentVersion, string TextHash, DateTimeOffset SignedAt, DateTimeOffset? WithdrawnAt, bool InForce);

    internal static void MapMyConsents(this RouteGroupBuilder consents) =>
        consents.MapGet("/mine", HandleAsync)
            .WithName(nameof(MyConsents))
            .WithSummary("What I have signed");

    internal static async Task<Ok<Response>> HandleAsync(IntakeDbContext db, CurrentCaller caller, CancellationToken ct) =>
        TypedResults.Ok(new Response(await db.Consents.AsNoTracking()
            .Where(consent => consent.ClientId == caller.Id)
            .OrderByDescending(consent => consent.SignedAt)
            .Select(consent => new Line(
                consent.Id, consent.Kind, consent.DocumentVersion, consent.TextHash, consent.SignedAt, consent.WithdrawnAt, consent.WithdrawnAt == null))
            .ToListAsync(ct)));
}
