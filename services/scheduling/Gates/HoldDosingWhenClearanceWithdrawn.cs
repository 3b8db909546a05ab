using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>Without clearance, what is booked waits for a prescriber, from this second on.</summary>
internal sealed class HoldDosingWhenClearanceWithdrawn(SchedulingDbContext db, TimeProvider clock) : IConsumer<ClearanceWithdrawn>
{
    public async Task Consume(ConsumeContext<ClearanceWithdrawn> context)
    {
        if (context.Message.SubjectId is not { } clientId)
        {
            return;
        }

        var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
        if (gate.Note(context.Message))
        {
            await db.HoldUncoveredAsync(gate, clock.GetUtcNow(), context.CancellationToken);
        }
    }
}
