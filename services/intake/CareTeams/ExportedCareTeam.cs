using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Microsoft.EntityFrameworkCore;
using FhirCareTeam = Hl7.Fhir.Model.CareTeam;

namespace Journease.Intake.CareTeams;

/// <summary>Who cares for a client, for their copy of everything.</summary>
internal sealed class ExportedCareTeam(IntakeDbContext db) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await db.CareTeams.AsNoTracking().SingleOrDefaultAsync(team => team.Id == subject, ct) is { } team)
        {
            yield return new FhirCareTeam
            {
                Id = DerivedId.Of(subject, "care team").ToString(),
                Status = FhirCareTeam.CareTeamStatus.Active,
                Subject = FhirR4.To(subject),
                Participant =
                [
                    .. team.Members.Select(member => new FhirCareTeam.ParticipantComponent
                    {
                        Role = [FhirR4.Called(member.Role.ToString())],
                        Member = Account(member.AccountId),
                        Period = new Period { StartElement = new FhirDateTime(member.AddedAt) },
                    }),
                ],
            }.Told(["Your care team:", .. team.Members.Select(member => $"{member.Role}, since {member.AddedAt:u} (account {member.AccountId}).")]);
        }
    }

    private static ResourceReference Account(Guid id) => new() { Identifier = new Identifier("urn:ietf:rfc:3986", $"urn:uuid:{id}") };
}
