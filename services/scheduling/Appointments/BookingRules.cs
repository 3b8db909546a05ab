using Journease.Scheduling.SessionTypes;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Scheduling.Appointments;

/// <summary>What must be right about a booking before anybody's time is looked at.</summary>
internal static class BookingRules
{
    /// <summary>Who the appointment is for: clients book for themselves, coordinators for the client they name.</summary>
    public static Guid ClientOf(BookAppointment.Request request, SessionType type, CurrentCaller caller)
    {
        if (caller.Has(Roles.Coordinator))
        {
            return request.ClientId ?? throw AppointmentProblems.ForWhom.Broken("Give the account of the client.", "clientId");
        }
        if (request.ClientId is { } other && other != caller.Id)
        {
            throw AppointmentProblems.ForWhom.Broken("You can book for yourself; leave the client out.", "clientId");
        }
        return type.ClientsBookIt
            ? caller.Id
            : throw AppointmentProblems.ArrangedByPractice.Broken("Please ask the practice; it will arrange a time with you.", "sessionType");
    }

    public static void RequireBookable(DateTimeOffset startsAt, DateTimeOffset now, SchedulingOptions policy)
    {
        if (startsAt <= now)
        {
            throw AppointmentProblems.OutsideBookingTime.Broken("Choose a time to come.", "startsAt");
        }
        if (startsAt < now + policy.NoticeToBook)
        {
            throw AppointmentProblems.OutsideBookingTime.Broken(
                $"That is too soon: book at least {policy.NoticeToBook.TotalHours:0.#} hours ahead, or call the practice.", "startsAt");
        }
        if (startsAt > now + policy.Horizon)
        {
            throw AppointmentProblems.OutsideBookingTime.Broken($"That is too far away: book at most {policy.Horizon.TotalDays:0} days ahead.", "startsAt");
        }
    }
}
