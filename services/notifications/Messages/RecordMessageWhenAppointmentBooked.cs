using Journease.Contracts.Scheduling;
using Journease.Notifications.Appointments;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>A new appointment is worth a message, and reminders.</summary>
internal sealed class RecordMessageWhenAppointmentBooked(Telling telling, Diary diary) : IConsumer<AppointmentBooked>
{
    public async Task Consume(ConsumeContext<AppointmentBooked> context)
    {
        var booked = context.Message;
        await diary.NoteTimeAsync(booked, booked.StartsAt, booked.EndsAt, context.CancellationToken);
        await telling.TellAsync(booked, MessageKind.AppointmentBooked, context.CancellationToken);
    }
}
