using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Clearances;

/// <summary>What a client was cleared for, for their copy of everything.</summary>
internal sealed class ExportedClearances(IntakeDbContext db, Seals seals, TimeProvider clock) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var clearances = await db.Clearances.AsNoTracking().Where(clearance => clearance.ClientId == subject)
            .OrderBy(clearance => clearance.GrantedAt).ToListAsync(ct);
        foreach (var clearance in clearances)
        {
            var reason = await seals.OpenRecordAsync(
                subject, ClearanceTable.WithdrawalReasonOf(clearance.Id), clearance.WithdrawalReason, ct);
            yield return new ServiceRequest
            {
                Id = clearance.Id.ToString(),
                Status = StatusOf(clearance),
                Intent = RequestIntent.Order,
                Code = FhirR4.Called("Clearance for ketamine sessions"),
                Subject = FhirR4.To(subject),
                AuthoredOnElement = new FhirDateTime(clearance.GrantedAt),
                Occurrence = new Period { StartElement = new FhirDateTime(clearance.GrantedAt), EndElement = new FhirDateTime(clearance.ExpiresAt) },
                Quantity = new Quantity { Value = clearance.MaximumSessions, Unit = "sessions" },
                ReasonReference = [FhirR4.To(clearance.ReviewId)],
            }.Told(
                $"Cleared for up to {clearance.MaximumSessions} ketamine sessions, from {clearance.GrantedAt:u} to {clearance.ExpiresAt:u}.",
                clearance.WithdrawnAt is { } withdrawn ? $"Put on hold {withdrawn:u}. What the prescriber wrote: {reason}" : "");
        }
    }

    private RequestStatus StatusOf(Clearance clearance) =>
        clearance.WithdrawnAt is not null ? RequestStatus.Revoked
        : clearance.ExpiresAt <= clock.GetUtcNow() ? RequestStatus.Completed
        : RequestStatus.Active;
}
