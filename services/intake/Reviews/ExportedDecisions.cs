using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Reviews;

/// <summary>What prescribers decided about a client, and why, for their copy of everything.</summary>
internal sealed class ExportedDecisions(IntakeDbContext db, Seals seals) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var reviews = await db.Reviews.AsNoTracking().Where(review => review.ClientId == subject)
            .OrderBy(review => review.SubmittedAt).ToListAsync(ct);
        foreach (var review in reviews)
        {
            var reasons = await seals.OpenRecordAsync(subject, ReviewTable.ReasonsOf(review.Id), review.Reasons, ct);
            yield return new ClinicalImpression
            {
                Id = review.Id.ToString(),
                Status = review.DecidedAt is null
                    ? ClinicalImpression.ClinicalImpressionStatus.InProgress
                    : ClinicalImpression.ClinicalImpressionStatus.Completed,
                Code = FhirR4.Called("Review of the intake"),
                Subject = FhirR4.To(subject),
                DateElement = new FhirDateTime(review.DecidedAt ?? review.SubmittedAt),
                Investigation =
                [
                    new ClinicalImpression.InvestigationComponent
                    {
                        Code = FhirR4.Called("What was sent"),
                        Item = [.. review.ResponseIds.Select(id => FhirR4.To(id))],
                    },
                ],
                Description = review.Decision is { } decision ? Said(decision) : null,
                Summary = reasons is null ? null : Words.Storable(reasons),
            }.Told(
                $"Your intake was sent {review.SubmittedAt:u}.",
                review.Decision is { } made ? $"{Said(made)} ({review.DecidedAt:u})" : "It waits for a prescriber.",
                reasons is null ? "" : $"What the prescriber wrote: {reasons}");
        }
    }

    private static string Said(Decision decision) => decision switch
    {
        Decision.Clear => "A prescriber cleared you for ketamine sessions.",
        Decision.NotNow => "A prescriber decided that ketamine sessions are not right for you now.",
        Decision.NeedsMore => "A prescriber needs to know more first.",
        _ => "A prescriber recommended somebody else's help.",
    };
}
