using Journease.Messaging;

namespace Journease.Scheduling.BusyTimes;

/// <summary>
/// A calendar that somebody of the practice keeps elsewhere. Only when they are busy is taken from it, never with what or whom;
/// a link is read again and again, a file once.
/// </summary>
internal sealed class BusyCalendar : Aggregate
{
    private BusyCalendar() { } // for EF Core

    public Guid PractitionerId { get; private init; }

    /// <summary>What whole days and times without a zone in it mean.</summary>
    public string Zone { get; private init; } = "";

    /// <summary>The link, encrypted: who knows it can read the calendar. Null for a file.</summary>
    public byte[]? Address { get; private init; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why it could not be read the last time, and since when; what was read before stays busy.</summary>
    public CalendarFailure? Failure { get; private set; }
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Failures one after another; each waits longer for the next try.</summary>
    public int Failures { get; private set; }

    /// <summary>When the link is to be read again; null for a file.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public static BusyCalendar OfFile(Guid practitionerId, string zone, DateTimeOffset now) =>
        new() { PractitionerId = practitionerId, Zone = zone, ReadAt = now };

    public static BusyCalendar OfLink(Guid id, Guid practitionerId, string zone, byte[] address, DateTimeOffset now) =>
        new() { Id = id, PractitionerId = practitionerId, Zone = zone, Address = address, DueAt = now };

    public void WasRead(DateTimeOffset now, TimeSpan again) =>
        (ReadAt, Failure, FailingSince, Failures, DueAt) = (now, null, null, 0, now + again);

    public void CouldNotBeRead(CalendarFailure why, DateTimeOffset now, TimeSpan again)
    {
        (Failure, FailingSince, Failures) = (why, FailingSince ?? now, Failures + 1);
        DueAt = now + (again * Math.Min(24, 1 << Math.Min(Failures, 5)));
    }
}

/// <summary>Why a calendar could not be read.</summary>
internal enum CalendarFailure
{
    /// <summary>Nobody answers there.</summary>
    Unreachable,

    /// <summary>The address leads to a private network; such addresses are never asked.</summary>
    NotPublic,

    /// <summary>It answered with an error.</summary>
    Refused,

    /// <summary>It is larger than a calendar may be.</summary>
    TooLarge,

    /// <summary>It took too long to answer.</summary>
    TooSlow,

    /// <summary>What came is no calendar that can be read.</summary>
    NotACalendar,
}
