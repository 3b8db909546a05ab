using Journease.Intake.Responses;
using Journease.Intake.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Safety;

/// <summary>Answers become a concern in the transaction that keeps them: either both are there, or neither.</summary>
internal static class ConcernRaising
{
    /// <summary>
    /// Raises a concern unless one is open for the response already. After a clinician has closed one, the same answer saved
    /// again is the one they dealt with; another answer is new.
    /// </summary>
    public static async Task RaiseConcernAsync(
        this IntakeDbContext db, QuestionnaireResponse response, SafetySign sign, bool answerIsNew, IntakeOptions options,
        DateTimeOffset now, CancellationToken ct)
    {
        var earlier = await db.Concerns.AsNoTracking()
            .Where(concern => concern.ResponseId == response.Id)
            .Select(concern => new { concern.State, concern.Sign })
            .ToListAsync(ct);
        if (earlier.Any(concern => concern.State != ConcernState.Closed) || (!answerIsNew && earlier.Any(concern => concern.Sign == sign)))
        {
            return;
        }

        db.Concerns.Add(SafetyConcern.Raise(response.ClientId, response.Id, sign, options.HighConcernTakenOnWithin, now));
        // Whoever is reading the review must see it before deciding.
        if (await db.Reviews.SingleOrDefaultAsync(review => review.ClientId == response.ClientId && review.DecidedAt == null, ct) is { } review)
        {
            review.RaiseRisk(ActionCode.Urgent);
        }
    }
}
