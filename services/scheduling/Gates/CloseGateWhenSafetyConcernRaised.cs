using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>While a high concern is open, no ketamine session can be booked.</summary>
internal sealed class CloseGateWhenSafetyConcernRaised(SchedulingDbContext db) : IConsumer<SafetyConcernRaised>
{
    public async Task Consume(ConsumeContext<SafetyConcernRaised> context)
    {
        var fact = context.Message;
        if (fact.SubjectId is { } clientId)
        {
            var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
            gate.NoteConcern(fact, fact.Grade, open: true);
        }
    }
}
