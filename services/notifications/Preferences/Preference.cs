using Journease.Messaging;

namespace Journease.Notifications.Preferences;

/// <summary>What a person wants to be sent, by which ways, and when not. Whoever has never chosen has the usual.</summary>
internal sealed class Preference : Aggregate
{
    private Preference() { } // for EF Core

    /// <summary>What comes by e-mail.</summary>
    public List<Topic> Email { get; private set; } = [];

    /// <summary>What is announced on the person's devices.</summary>
    public List<Topic> Push { get; private set; } = [];

    /// <summary>What is announced by text message.</summary>
    public List<Topic> Sms { get; private set; } = [];

    /// <summary>How long before an appointment they are reminded.</summary>
    public List<Ahead> Reminders { get; private set; } = [];

    /// <summary>From when on it is quiet; null where it never is.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietUntil { get; private set; }

    /// <summary>When, once a day, one letter tells of everything that has not been read; null where each is told of at once.</summary>
    public TimeOnly? DigestAt { get; private set; }

    public QuietHours? Quiet => QuietFrom is { } from && QuietUntil is { } until ? new(from, until) : null;

    /// <summary>What somebody has who never chose.</summary>
    public static Preference Usual(Guid account) => new()
    {
        Id = account,
        Email = [.. Enum.GetValues<Topic>()],
        Push = [.. Enum.GetValues<Topic>()],
        Sms = [],
        Reminders = [.. Enum.GetValues<Ahead>()],
        QuietFrom = QuietHours.AtNight.From,
        QuietUntil = QuietHours.AtNight.Until,
    };

    public void Choose(
        IEnumerable<Topic> email, IEnumerable<Topic> push, IEnumerable<Topic> sms, IEnumerable<Ahead> reminders, QuietHours? quiet, TimeOnly? digestAt)
    {
        if (quiet is { } hours && hours.From == hours.Until)
        {
            throw PreferenceProblems.NeverLoud.Broken("Quiet hours that begin and end at the same time would never end. Leave them out, or switch the ways off.");
        }
        Email = [.. email.Distinct().Order()];
        Push = [.. push.Distinct().Order()];
        Sms = [.. sms.Distinct().Order()];
        Reminders = [.. reminders.Distinct().Order()];
        (QuietFrom, QuietUntil, DigestAt) = (quiet?.From, quiet?.Until, digestAt);
    }
}
