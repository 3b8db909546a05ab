using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>A withdrawn consent no longer counts.</summary>
internal sealed class EndConsentWhenConsentWithdrawn(SchedulingDbContext db) : IConsumer<ConsentWithdrawn>
{
    public async Task Consume(ConsumeContext<ConsentWithdrawn> context)
    {
        var fact = context.Message;
        if (fact.SubjectId is { } clientId)
        {
            var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
            gate.NoteConsent(fact, fact.Kind, inForce: false);
        }
    }
}
