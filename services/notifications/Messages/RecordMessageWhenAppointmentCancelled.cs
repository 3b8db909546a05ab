using Journease.Contracts.Scheduling;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>A cancelled appointment is worth a message.</summary>
internal sealed class RecordMessageWhenAppointmentCancelled(NotificationsDbContext db, TimeProvider clock) : IConsumer<AppointmentCancelled>
{
    public Task Consume(ConsumeContext<AppointmentCancelled> context) =>
        MessageTable.RecordOnceAsync(db, context.Message, MessageKind.AppointmentCancelled, clock, context.CancellationToken);
}
