using Journease.Contracts.Scheduling;
using Journease.Notifications.Appointments;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>An appointment at another time is worth a message, and reminders of that time.</summary>
internal sealed class RecordMessageWhenAppointmentMoved(Telling telling, Diary diary) : IConsumer<AppointmentMoved>
{
    public async Task Consume(ConsumeContext<AppointmentMoved> context)
    {
        var moved = context.Message;
        await diary.NoteTimeAsync(moved, moved.StartsAt, moved.EndsAt, context.CancellationToken);
        await telling.TellAsync(moved, MessageKind.AppointmentMoved, context.CancellationToken);
    }
}
