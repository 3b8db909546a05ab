using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>A concern that somebody has taken on is still open.</summary>
internal sealed class KeepGateClosedWhenSafetyConcernAcknowledged(SchedulingDbContext db) : IConsumer<SafetyConcernAcknowledged>
{
    public async Task Consume(ConsumeContext<SafetyConcernAcknowledged> context)
    {
        var fact = context.Message;
        if (fact.SubjectId is { } clientId)
        {
            var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
            gate.NoteConcern(fact, fact.Grade, open: true);
        }
    }
}
