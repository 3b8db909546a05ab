using System.Diagnostics;
using Journease.Contracts.Scheduling;
using MassTransit;

namespace Journease.Desk;

/// <summary>Leaves one arrival per message. What else it does, the message says.</summary>
internal sealed class RecordArrivalWhenAppointmentBooked(DeskDbContext db, DeskSwitches switches) : IConsumer<AppointmentBooked>
{
    public async Task Consume(ConsumeContext<AppointmentBooked> context)
    {
        var booked = context.Message;
        db.Arrivals.Add(new Arrival { EventId = booked.EventId, AggregateId = booked.AggregateId, AggregateVersion = booked.AggregateVersion });
        await switches.BeginAsync();
        switch (booked.SessionType)
        {
            case "answered": // by a message of this consumer's own
                db.Tickets.Add(Ticket.Open());
                break;
            case "deadly":
                Process.GetCurrentProcess().Kill();
                break;
            case "failing":
                throw new InvalidOperationException("Words that a person wrote.");
        }
    }
}
