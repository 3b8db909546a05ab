using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.ServiceDefaults.Auditing;
using Microsoft.Extensions.Hosting;

namespace Journease.PersonExport;

/// <summary>Who opened or changed what this service keeps about a person, for their copy of everything. The same in every service.</summary>
public sealed class ExportedAccessLog(AccessLog log, IHostEnvironment service) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var done in log.ByOthersAsync(subject, ct))
        {
            var (by, times) = (By(done), done.Times == 1 ? "" : $" ({done.Times} times)");
            yield return new AuditEvent
            {
                Id = done.Id.ToString(),
                Type = new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"),
                Period = new Period(new FhirDateTime(done.First), new FhirDateTime(done.Last)),
                Recorded = done.First,
                Action = done.Kind == "write" ? AuditEvent.AuditEventAction.U : AuditEvent.AuditEventAction.R,
                Outcome = done.Kind is "read" or "write" ? AuditEvent.AuditEventOutcome.N0 : AuditEvent.AuditEventOutcome.N4,
                OutcomeDesc = done.What,
                PurposeOfEvent = done.EmergencyAccessId is null ? [] : [new CodeableConcept("http://terminology.hl7.org/CodeSystem/v3-ActReason", "BTG")],
                Agent = [new AuditEvent.AgentComponent { Requestor = true, Who = new ResourceReference { Display = by } }],
                Source = new AuditEvent.SourceComponent { Observer = new ResourceReference { Display = service.ApplicationName.Split('.')[^1] } },
                Entity = [new AuditEvent.EntityComponent { What = FhirR4.To(subject) }],
            }.Told(
                $"{done.First:d MMMM yyyy}, {by}: {done.What}{times}.{(done.Kind switch { "refusal" => " It was refused.", "failure" => " It did not work.", _ => "" })}",
                done.EmergencyAccessId is null ? "" : "That was under an emergency access.");
        }
    }

    private static string By(AccessLog.ByOthers done) => done switch
    {
        { IsNobody: true } => "somebody who had not signed in",
        { Roles: [] } => "a service of the platform",
        _ => "a " + string.Join(" and ", done.Roles),
    };
}
