namespace Journease.Notifications.Preferences;

/// <summary>What messages are about, as people choose by it.</summary>
internal enum Topic
{
    /// <summary>An appointment was made, moved, cancelled, or has changed otherwise.</summary>
    Appointments,

    /// <summary>An appointment comes nearer.</summary>
    Reminders,
}

/// <summary>How long before an appointment a person is reminded of it.</summary>
internal enum Ahead
{
    OneWeek,
    OneDay,
    TwoHours,
}
