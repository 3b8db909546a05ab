using Journease.Contracts.Scheduling;
using Journease.Notifications.Appointments;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>An appointment that may take place after all is worth a message.</summary>
internal sealed class RecordMessageWhenAppointmentReleased(Telling telling, Diary diary) : IConsumer<AppointmentReleased>
{
    public async Task Consume(ConsumeContext<AppointmentReleased> context)
    {
        var released = context.Message;
        await diary.NoteStateAsync(released, AppointmentState.Booked, context.CancellationToken);
        await telling.TellAsync(released, MessageKind.AppointmentReleased, context.CancellationToken);
    }
}
