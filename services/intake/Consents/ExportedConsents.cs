using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Microsoft.EntityFrameworkCore;
using FhirConsent = Hl7.Fhir.Model.Consent;

namespace Journease.Intake.Consents;

/// <summary>What a client signed, and took back, for their copy of everything.</summary>
internal sealed class ExportedConsents(IntakeDbContext db) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.ClientId == subject)
            .OrderBy(consent => consent.SignedAt).ToListAsync(ct);
        foreach (var consent in consents)
        {
            yield return new FhirConsent
            {
                Id = consent.Id.ToString(),
                Status = consent.WithdrawnAt is null ? FhirConsent.ConsentState.Active : FhirConsent.ConsentState.Inactive,
                Scope = new CodeableConcept("http://terminology.hl7.org/CodeSystem/consentscope", consent.Kind),
                Category = [FhirR4.Called(consent.Kind)],
                Patient = FhirR4.To(subject),
                DateTimeElement = new FhirDateTime(consent.SignedAt),
                Policy = [new FhirConsent.PolicyComponent { Uri = $"urn:journease:consent:{consent.Kind}:{consent.DocumentVersion}:{consent.TextHash}" }],
            }.Told(
                $"You signed the consent \"{consent.Kind}\", version {consent.DocumentVersion}, {consent.SignedAt:u}.",
                consent.WithdrawnAt is { } back ? $"You took it back {back:u}." : "It is in force.");
        }
    }
}
