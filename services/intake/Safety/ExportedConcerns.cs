using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Safety;

/// <summary>Which answers of a client a clinician was asked to look at, and what was done, for their copy of everything.</summary>
internal sealed class ExportedConcerns(IntakeDbContext db, Seals seals) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var concerns = await db.Concerns.AsNoTracking().Where(concern => concern.ClientId == subject)
            .OrderBy(concern => concern.RaisedAt).ToListAsync(ct);
        foreach (var concern in concerns)
        {
            var note = await seals.OpenRecordAsync(subject, SafetyConcernTable.ClosingNoteOf(concern.Id), concern.ClosingNote, ct);
            yield return new Flag
            {
                Id = concern.Id.ToString(),
                Status = concern.State is ConcernState.Closed ? Flag.FlagStatus.Inactive : Flag.FlagStatus.Active,
                Category = [FhirR4.Called("Safety")],
                Code = FhirR4.Called($"Safety concern, {concern.Grade.Code()}"),
                Subject = FhirR4.To(subject),
                Period = new Period
                {
                    StartElement = new FhirDateTime(concern.RaisedAt),
                    EndElement = concern.ClosedAt is { } closed ? new FhirDateTime(closed) : null,
                },
            }.Told(
                $"An answer about your safety was passed to a clinician {concern.RaisedAt:u}.",
                concern.ClosedAt is { } end ? $"Closed {end:u}. What the clinician wrote: {note}" : "It is not closed yet.");
        }
    }
}
