using Journease.Messaging;
using Journease.Notifications.Preferences;

namespace Journease.Notifications.Appointments;

/// <summary>
/// What reminders and calendars need to know of an appointment, as far as scheduling has said it. Facts come in any order: of
/// the time and of the state, each time the newest known counts.
/// </summary>
internal sealed class Appointment : Aggregate
{
    private readonly List<Reminder> reminders = [];

    private Appointment() { } // for EF Core

    /// <summary>The person; null until a fact about the time has come.</summary>
    public Guid? AccountId { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The version, at scheduling, of the fact that set the time; 0 while none has come.</summary>
    public long TimeVersion { get; private set; }

    public AppointmentState State { get; private set; }

    /// <summary>The version, at scheduling, of the fact that set the state.</summary>
    public long StateVersion { get; private set; }

    public IReadOnlyList<Reminder> Reminders => reminders;

    /// <summary>The newest fact that is known, which is also what calendars go by.</summary>
    public long LatestVersion => Math.Max(TimeVersion, StateVersion);

    /// <summary>It was booked for this time, or moved to it.</summary>
    public void TakesPlace(Guid? account, DateTimeOffset startsAt, DateTimeOffset endsAt, long version, DateTimeOffset now)
    {
        if (version <= TimeVersion)
        {
            return;
        }
        (AccountId, StartsAt, EndsAt, TimeVersion) = (account, startsAt, endsAt, version);
        foreach (var ahead in Enum.GetValues<Ahead>())
        {
            var reminder = reminders.SingleOrDefault(known => known.Ahead == ahead);
            if (reminder is null)
            {
                reminders.Add(reminder = new(ahead));
            }
            reminder.Plan(startsAt, now);
        }
    }

    public void Becomes(AppointmentState state, long version)
    {
        if (version > StateVersion)
        {
            (State, StateVersion) = (state, version);
        }
    }

    /// <summary>
    /// Decides about a reminder that may be due: it is sent now (true), looked at again later, or not needed any more. Inside the
    /// person's quiet hours it goes out at the last moment before them.
    /// </summary>
    public bool IsTimeFor(Reminder reminder, Preference preference, TimeZoneInfo zone, DateTimeOffset now)
    {
        var sendAt = preference.Quiet?.LastMomentBefore(reminder.DueAt, zone) ?? reminder.DueAt;
        if (WhyNot(reminder, preference, sendAt, now) is { } outcome)
        {
            reminder.Settle(outcome, now);
            return false;
        }
        if (sendAt > now)
        {
            reminder.LookAgain(sendAt);
            return false;
        }
        reminder.Settle(ReminderOutcome.Sent, now);
        return true;
    }

    private ReminderOutcome? WhyNot(Reminder reminder, Preference preference, DateTimeOffset sendAt, DateTimeOffset now) =>
        State is AppointmentState.Cancelled || StartsAt <= now ? ReminderOutcome.Over
        : !preference.Reminders.Contains(reminder.Ahead) ? ReminderOutcome.NotWanted
        // The letter about the booking or the move has only just said it.
        : sendAt < reminder.PlannedAt ? ReminderOutcome.JustTold
        // After an outage two may be due; the one that is nearer to the appointment says it all.
        : reminders.Any(other => other.DueAt > reminder.DueAt && other.DueAt <= now) ? ReminderOutcome.Overtaken
        : State is AppointmentState.Held && sendAt <= now ? ReminderOutcome.OnHold
        : null;
}

/// <summary>Whether an appointment takes place, as far as is known.</summary>
internal enum AppointmentState
{
    Booked,

    /// <summary>It waits for somebody's decision: nobody is reminded of it meanwhile.</summary>
    Held,

    Cancelled,
}
