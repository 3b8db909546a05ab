using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>A signed consent counts from now on.</summary>
internal sealed class NoteConsentWhenConsentSigned(SchedulingDbContext db) : IConsumer<ConsentSigned>
{
    public async Task Consume(ConsumeContext<ConsentSigned> context)
    {
        var fact = context.Message;
        if (fact.SubjectId is { } clientId)
        {
            var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
            gate.NoteConsent(fact, fact.Kind, inForce: true);
        }
    }
}
