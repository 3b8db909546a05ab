using Journease.Notifications.Appointments;
using Journease.Notifications.Preferences;

namespace Journease.Notifications.Tests;

/// <summary>When a person is reminded of an appointment at nine in the morning in Denver, looked at every five minutes.</summary>
public sealed class ReminderRulesTests
{
    private static readonly TimeZoneInfo Denver = TimeZoneInfo.FindSystemTimeZoneById("America/Denver");
    private static readonly DateTimeOffset Appointment = At(5, 20, 9);

    [Fact]
    public void A_week_a_day_and_two_hours_before_by_default()
    {
        var appointment = BookedAt(At(5, 1, 12));

        Assert.Equal([At(5, 13, 9), At(5, 19, 9), At(5, 20, 7)], Sent(appointment, Anytime(), At(5, 1, 12)));
    }

    [Fact]
    public void In_quiet_hours_it_goes_out_a_quarter_of_an_hour_before_they_begin()
    {
        var appointment = BookedAt(At(5, 1, 12));

        Assert.Equal([At(5, 13, 9), At(5, 19, 9), At(5, 19, 20, 45)], Sent(appointment, Preference.Usual(Guid.Empty), At(5, 1, 12)));
    }

    [Fact]
    public void What_the_booking_itself_has_only_just_told_is_not_repeated()
    {
        var late = BookedAt(At(5, 19, 22)); // in the quiet hours already

        Assert.Empty(Sent(late, Preference.Usual(Guid.Empty), At(5, 19, 22)));
        Assert.All(late.Reminders, reminder => Assert.Equal(ReminderOutcome.JustTold, reminder.Outcome));
    }

    [Fact]
    public void Only_what_the_person_wants()
    {
        var preference = Anytime();
        preference.Choose([Topic.Reminders], [], [], [Ahead.OneDay], quiet: null, digestAt: null);

        Assert.Equal([At(5, 19, 9)], Sent(BookedAt(At(5, 1, 12)), preference, At(5, 1, 12)));
    }

    [Fact]
    public void A_moved_appointment_is_reminded_of_at_its_new_time_and_an_older_fact_changes_nothing()
    {
        var appointment = BookedAt(At(5, 1, 12));
        Sent(appointment, Anytime(), At(5, 1, 12), until: At(5, 13, 12));

        appointment.TakesPlace(Guid.Empty, Appointment.AddDays(14), Appointment.AddDays(14).AddHours(1), version: 3, At(5, 13, 12));
        appointment.TakesPlace(Guid.Empty, Appointment.AddDays(1), Appointment.AddDays(1).AddHours(1), version: 2, At(5, 13, 12));

        Assert.Equal([At(5, 27, 9), At(6, 2, 9), At(6, 3, 7)], Sent(appointment, Anytime(), At(5, 13, 12), until: At(6, 4, 0)));
    }

    [Fact]
    public void Nobody_is_reminded_of_a_cancelled_appointment_also_when_the_booking_comes_later()
    {
        var appointment = New();
        appointment.Becomes(AppointmentState.Cancelled, version: 2);
        appointment.TakesPlace(Guid.Empty, Appointment, Appointment.AddHours(1), version: 1, At(5, 1, 12));
        appointment.Becomes(AppointmentState.Held, version: 1);

        Assert.Empty(Sent(appointment, Anytime(), At(5, 1, 12)));
    }

    [Fact]
    public void While_it_is_on_hold_nobody_is_reminded_and_after_that_they_are()
    {
        var appointment = BookedAt(At(5, 1, 12));
        appointment.Becomes(AppointmentState.Held, version: 2);
        Assert.Empty(Sent(appointment, Anytime(), At(5, 1, 12), until: At(5, 15, 0)));

        appointment.Becomes(AppointmentState.Booked, version: 3);

        Assert.Equal([At(5, 19, 9), At(5, 20, 7)], Sent(appointment, Anytime(), At(5, 15, 0)));
    }

    [Fact]
    public void After_an_outage_the_nearest_reminder_says_it_all()
    {
        var appointment = BookedAt(At(5, 1, 12));

        Assert.Equal([At(5, 20, 8)], Sent(appointment, Anytime(), At(5, 20, 8)));
    }

    [Theory]
    [InlineData("2026-11-01T07:00", "2026-11-01T15:00")] // 01:00, in the night with an hour more
    [InlineData("2026-03-08T07:00", "2026-03-08T14:00")] // 00:00, in the night with an hour less
    [InlineData("2026-06-10T04:30", "2026-06-10T14:00")] // 22:30
    [InlineData("2026-06-10T14:00", null)] // 08:00 is not quiet any more
    public void Quiet_hours_end_by_the_wall_clock(string utc, string? end) => Assert.Equal(
        end is null ? null : Utc(end), QuietHours.AtNight.EndOf(Utc(utc), Denver));

    [Fact]
    public void Quiet_hours_that_would_never_end_are_refused() => Assert.Throws<ServiceDefaults.Errors.RuleBrokenException>(() =>
        Anytime().Choose([], [], [], [], new QuietHours(new(9, 0), new(9, 0)), digestAt: null));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(int month, int day, int hour, int minute = 0) =>
        WallClock.InstantOf(new DateTime(2031, month, day, hour, minute, 0, DateTimeKind.Unspecified), Denver);

    private static Preference Anytime()
    {
        var preference = Preference.Usual(Guid.Empty);
        preference.Choose([Topic.Reminders], [], [], Enum.GetValues<Ahead>(), quiet: null, digestAt: null);
        return preference;
    }

    private static Appointment New() => (Appointment)Activator.CreateInstance(typeof(Appointment), nonPublic: true)!;

    private static Appointment BookedAt(DateTimeOffset now)
    {
        var appointment = New();
        appointment.TakesPlace(Guid.Empty, Appointment, Appointment.AddHours(1), version: 1, now);
        return appointment;
    }

    private static List<DateTimeOffset> Sent(Appointment appointment, Preference preference, DateTimeOffset from, DateTimeOffset? until = null)
    {
        var sent = new List<DateTimeOffset>();
        for (var now = from; now <= (until ?? Appointment.AddHours(2)); now = now.AddMinutes(5))
        {
            foreach (var reminder in appointment.Reminders.Where(reminder => reminder.Outcome is null && reminder.LookAt <= now))
            {
                if (appointment.IsTimeFor(reminder, preference, Denver, now))
                {
                    sent.Add(now);
                }
            }
        }
        return sent;
    }
}
