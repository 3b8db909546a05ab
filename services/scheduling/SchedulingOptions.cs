using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.SessionTypes;

namespace Journease.Scheduling;

/// <summary>Configuration section <c>Scheduling</c>: the practice's booking policy.</summary>
internal sealed class SchedulingOptions
{
    /// <summary>How long before its start an appointment can still be booked.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan NoticeToBook { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How far ahead an appointment can be booked.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "730.00:00:00")]
    public TimeSpan Horizon { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How long before its start a person can still cancel without calling the practice.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan NoticeToCancel { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often expired clearances are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ExpiryCheck { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked which linked calendars are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan CalendarCheck { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after it was read a linked calendar is read again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CalendarRefresh { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Notice and horizon of a session type: its own where it has them, the practice's otherwise.</summary>
    public BookingWindow For(SessionType type) => new(
        type.NoticeHours is { } hours ? TimeSpan.FromHours(hours) : NoticeToBook,
        type.HorizonDays is { } days ? TimeSpan.FromDays(days) : Horizon);
}

/// <summary>How soon and how far ahead something can be booked.</summary>
internal readonly record struct BookingWindow(TimeSpan NoticeToBook, TimeSpan Horizon);
