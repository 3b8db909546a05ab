using Journease.Contracts.Scheduling;
using Journease.Notifications.Appointments;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>An appointment that was put on hold is worth a message; nobody is reminded of it while it waits.</summary>
internal sealed class RecordMessageWhenAppointmentHeldForReview(Telling telling, Diary diary) : IConsumer<AppointmentHeldForReview>
{
    public async Task Consume(ConsumeContext<AppointmentHeldForReview> context)
    {
        var held = context.Message;
        await diary.NoteStateAsync(held, AppointmentState.Held, context.CancellationToken);
        await telling.TellAsync(held, MessageKind.AppointmentHeld, context.CancellationToken);
    }
}
