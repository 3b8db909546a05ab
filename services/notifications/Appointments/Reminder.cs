using Journease.Notifications.Messages;
using Journease.Notifications.Preferences;

namespace Journease.Notifications.Appointments;

/// <summary>One of the times at which a person is reminded of an appointment. It is settled once for each time that the appointment has.</summary>
internal sealed class Reminder
{
    // Quiet hours are shorter than this: whatever they are, it is looked at in time.
    private static readonly TimeSpan LookedAtBefore = TimeSpan.FromHours(25);

    private Reminder() { } // for EF Core

    public Reminder(Ahead ahead) => Ahead = ahead;

    public Ahead Ahead { get; private init; }

    /// <summary>So long before the appointment, whatever the person's clock shows then.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it is next looked at, whether to send it.</summary>
    public DateTimeOffset LookAt { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>Null while it is still to come.</summary>
    public ReminderOutcome? Outcome { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public MessageKind Message => Ahead switch
    {
        Ahead.OneWeek => MessageKind.AppointmentInAWeek,
        Ahead.OneDay => MessageKind.AppointmentInADay,
        _ => MessageKind.AppointmentInTwoHours,
    };

    public void Plan(DateTimeOffset startsAt, DateTimeOffset now)
    {
        DueAt = startsAt - Length(Ahead);
        LookAt = DueAt - LookedAtBefore;
        PlannedAt = now;
        (Outcome, SettledAt) = DueAt > now ? (null, null) : ((ReminderOutcome?)ReminderOutcome.JustTold, (DateTimeOffset?)now);
    }

    public void LookAgain(DateTimeOffset at) => LookAt = at;

    public void Settle(ReminderOutcome outcome, DateTimeOffset now) => (Outcome, SettledAt) = (outcome, now);

    private static TimeSpan Length(Ahead ahead) => ahead switch
    {
        Ahead.OneWeek => TimeSpan.FromDays(7),
        Ahead.OneDay => TimeSpan.FromDays(1),
        _ => TimeSpan.FromHours(2),
    };
}

/// <summary>What became of a reminder.</summary>
internal enum ReminderOutcome
{
    Sent,

    /// <summary>The appointment was cancelled, or has begun.</summary>
    Over,

    /// <summary>The person does not want this one.</summary>
    NotWanted,

    /// <summary>The appointment was booked or moved so late that its own message says it.</summary>
    JustTold,

    /// <summary>A reminder nearer to the appointment was due as well.</summary>
    Overtaken,

    /// <summary>The appointment was waiting for a decision when it was due.</summary>
    OnHold,
}
