using Journease.Contracts.Scheduling;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>A new appointment is worth a message.</summary>
internal sealed class RecordMessageWhenAppointmentBooked(NotificationsDbContext db, TimeProvider clock) : IConsumer<AppointmentBooked>
{
    public Task Consume(ConsumeContext<AppointmentBooked> context) =>
        MessageTable.RecordOnceAsync(db, context.Message, MessageKind.AppointmentBooked, clock, context.CancellationToken);
}
