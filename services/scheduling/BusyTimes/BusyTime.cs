using NodaTime;
using NpgsqlTypes;

namespace Journease.Scheduling.BusyTimes;

/// <summary>A time at which somebody is busy elsewhere; nothing is known of it but that.</summary>
internal sealed class BusyTime
{
    private BusyTime() { } // for EF Core

    public BusyTime(Guid calendarId, Guid practitionerId, int number, Interval during)
    {
        (CalendarId, PractitionerId, Number) = (calendarId, practitionerId, number);
        During = new(during.Start.ToDateTimeUtc(), true, during.End.ToDateTimeUtc(), false);
    }

    public Guid CalendarId { get; private init; }
    public int Number { get; private init; }
    public Guid PractitionerId { get; private init; }
    public NpgsqlRange<DateTime> During { get; private init; }
}
