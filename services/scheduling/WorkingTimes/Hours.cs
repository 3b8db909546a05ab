using NodaTime;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>A stretch of one day in wall time. As its end, 00:00 is the midnight after the day.</summary>
internal readonly record struct Hours(TimeOnly From, TimeOnly To)
{
    public static readonly Hours WholeDay = new(TimeOnly.MinValue, TimeOnly.MinValue);

    public bool ArePossible => Begin < End;

    private TimeSpan Begin => From.ToTimeSpan();

    private TimeSpan End => To == TimeOnly.MinValue ? TimeSpan.FromDays(1) : To.ToTimeSpan();

    public bool Overlap(Hours other) => Begin < other.End && other.Begin < End;

    /// <summary>These hours of a day, as a wall clock without a zone shows them.</summary>
    public Interval On(LocalDate day)
    {
        var midnight = WallClock.Midnight(day);
        return new(midnight + Duration.FromTimeSpan(Begin), midnight + Duration.FromTimeSpan(End));
    }
}
