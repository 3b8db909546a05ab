using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.EmergencyAccesses;

/// <summary>Who opened a client's record from outside the care team, and why, for the client's copy of everything.</summary>
internal sealed class ExportedEmergencyAccesses(IntakeDbContext db, Seals seals) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var accesses = await db.EmergencyAccesses.AsNoTracking().Where(access => access.ClientId == subject)
            .OrderBy(access => access.OpenedAt).ToListAsync(ct);
        foreach (var access in accesses)
        {
            var words = await seals.OpenRecordAsync(subject, EmergencyAccessTable.WordsOf(access.Id), access.Words, ct);
            yield return new AuditEvent
            {
                Id = access.Id.ToString(),
                Type = new Coding("http://dicom.nema.org/resources/ontology/DCM", "110113", "Security Alert"),
                Subtype = [new Coding("http://dicom.nema.org/resources/ontology/DCM", "110127", "Emergency Override Started")],
                Recorded = access.OpenedAt,
                PurposeOfEvent = [new CodeableConcept("http://terminology.hl7.org/CodeSystem/v3-ActReason", "BTG", access.Reason.ToString())],
                Agent =
                [
                    new AuditEvent.AgentComponent
                    {
                        Requestor = true,
                        Who = new ResourceReference { Identifier = new Identifier("urn:ietf:rfc:3986", $"urn:uuid:{access.AccountId}") },
                    },
                ],
                Source = new AuditEvent.SourceComponent { Observer = new ResourceReference { Display = "intake" } },
                Entity = [new AuditEvent.EntityComponent { What = FhirR4.To(subject) }],
            }.Told(
                $"A clinician outside your care team (account {access.AccountId}) opened your record {access.OpenedAt:u}, until {access.EndedAt ?? access.ExpiresAt:u}.",
                $"The reason given: {access.Reason}. {words}");
        }
    }
}
