using System.ComponentModel.DataAnnotations;
using Journease.Intake.Safety;
using Journease.Intake.Scoring;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Reviews;

/// <summary>A prescriber sees who waits for a decision: the most pressing first, then the longest waiting.</summary>
internal static class ListReviews
{
    public sealed record Response(IReadOnlyList<Line> Reviews, Guid? Next);

    public sealed record Line(Guid ReviewId, Guid ClientId, ActionCode Risk, DateTimeOffset SubmittedAt, int OpenConcerns, long Version);

    internal static void MapListReviews(this RouteGroupBuilder reviews) =>
        reviews.MapGet("/", HandleAsync)
            .WithName(nameof(ListReviews))
            .WithSummary("Reviews that wait, by risk, then by waiting time; give the answer's next as after to read on")
            .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        IntakeDbContext db, AuditTrail audit, CancellationToken ct, Guid? after = null, [Range(1, 100)] int limit = 50)
    {
        var reviews = db.Reviews.AsNoTracking().Where(review => review.DecidedAt == null);
        if (after is { } id && await db.Reviews.AsNoTracking().SingleOrDefaultAsync(review => review.Id == id, ct) is { } last)
        {
            reviews = reviews.Where(review =>
                review.Risk < last.Risk
                || (review.Risk == last.Risk
                    && (review.SubmittedAt > last.SubmittedAt || (review.SubmittedAt == last.SubmittedAt && review.Id > last.Id))));
        }

        var page = await reviews
            .OrderByDescending(review => review.Risk).ThenBy(review => review.SubmittedAt).ThenBy(review => review.Id)
            .Take(limit + 1)
            .Select(review => new Line(
                review.Id, review.ClientId, review.Risk, review.SubmittedAt,
                db.Concerns.Count(concern => concern.ClientId == review.ClientId && concern.State != ConcernState.Closed), review.Version))
            .ToListAsync(ct);
        audit.About(page.Take(limit).Select(review => review.ClientId));
        var more = page.Count > limit;
        return TypedResults.Ok(new Response(more ? page[..limit] : page, more ? page[limit - 1].ReviewId : null));
    }
}
