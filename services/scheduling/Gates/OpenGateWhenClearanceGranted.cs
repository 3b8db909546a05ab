using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Scheduling.Gates;

/// <summary>A prescriber's clearance lets a client book ketamine sessions, as long as it lasts.</summary>
internal sealed class OpenGateWhenClearanceGranted(SchedulingDbContext db, TimeProvider clock) : IConsumer<ClearanceGranted>
{
    public async Task Consume(ConsumeContext<ClearanceGranted> context)
    {
        var granted = context.Message;
        if (granted.SubjectId is not { } clientId)
        {
            return;
        }

        var gate = await db.LockForChangeAsync(clientId, context.CancellationToken);
        if (!gate.Note(granted))
        {
            return; // seen already, or withdrawn since
        }

        if (await db.ClearanceExpiries.FindAsync([granted.AggregateId], context.CancellationToken) is { } expiry)
        {
            expiry.Move(granted.ExpiresAt);
        }
        else
        {
            db.ClearanceExpiries.Add(new(granted.AggregateId, clientId, granted.ExpiresAt));
        }
        // A later version may end earlier than what is booked already.
        await db.HoldUncoveredAsync(gate, clock.GetUtcNow(), context.CancellationToken);
    }
}
