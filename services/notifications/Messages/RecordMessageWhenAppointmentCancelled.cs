using Journease.Contracts.Scheduling;
using Journease.Notifications.Appointments;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>A cancelled appointment is worth a message, and nobody is reminded of it any more.</summary>
internal sealed class RecordMessageWhenAppointmentCancelled(Telling telling, Diary diary) : IConsumer<AppointmentCancelled>
{
    public async Task Consume(ConsumeContext<AppointmentCancelled> context)
    {
        var cancelled = context.Message;
        await diary.NoteStateAsync(cancelled, AppointmentState.Cancelled, context.CancellationToken);
        await telling.TellAsync(cancelled, MessageKind.AppointmentCancelled, context.CancellationToken);
    }
}
