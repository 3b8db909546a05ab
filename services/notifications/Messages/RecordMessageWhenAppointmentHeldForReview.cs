using Journease.Contracts.Scheduling;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>An appointment that was put on hold is worth a message.</summary>
internal sealed class RecordMessageWhenAppointmentHeldForReview(NotificationsDbContext db, TimeProvider clock) : IConsumer<AppointmentHeldForReview>
{
    public Task Consume(ConsumeContext<AppointmentHeldForReview> context) =>
        MessageTable.RecordOnceAsync(db, context.Message, MessageKind.AppointmentHeld, clock, context.CancellationToken);
}
