namespace Journease.Notifications.Preferences;

/// <summary>What a person is sent, by which ways, and when not, as they see it.</summary>
internal sealed record PreferenceView(
    PreferenceView.ByTopic Email, PreferenceView.ByTopic Push, PreferenceView.ByTopic Sms, PreferenceView.Before Reminders,
    PreferenceView.Hours? QuietHours, TimeOnly? DigestAt)
{
    internal sealed record ByTopic(bool Appointments, bool Reminders);

    internal sealed record Before(bool OneWeek, bool OneDay, bool TwoHours);

    internal sealed record Hours(TimeOnly From, TimeOnly Until);

    public static PreferenceView For(Preference preference) => new(
        Of(preference.Email),
        Of(preference.Push),
        Of(preference.Sms),
        new(preference.Reminders.Contains(Ahead.OneWeek), preference.Reminders.Contains(Ahead.OneDay), preference.Reminders.Contains(Ahead.TwoHours)),
        preference.Quiet is { } quiet ? new(quiet.From, quiet.Until) : null,
        preference.DigestAt);

    private static ByTopic Of(List<Topic> topics) => new(topics.Contains(Topic.Appointments), topics.Contains(Topic.Reminders));
}
