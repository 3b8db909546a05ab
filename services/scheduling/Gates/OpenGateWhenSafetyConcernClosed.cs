using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>A concern that a clinician has closed holds nothing back.</summary>
internal sealed class OpenGateWhenSafetyConcernClosed(SchedulingDbContext db) : IConsumer<SafetyConcernClosed>
{
    public async Task Consume(ConsumeContext<SafetyConcernClosed> context)
    {
        var fact = context.Message;
        if (fact.SubjectId is { } clientId)
        {
            var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
            gate.NoteConcern(fact, fact.Grade, open: false);
        }
    }
}
