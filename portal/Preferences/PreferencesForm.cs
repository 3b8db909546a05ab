namespace Journease.Portal.Preferences;

/// <summary>What the person ticked. Ways that this page does not offer stay as they are.</summary>
public sealed class PreferencesForm
{
    internal const string Quiet = "quiet";
    internal const string AnyTime = "any-time";
    internal const string Each = "each";
    internal const string OnceADay = "once-a-day";

    private static readonly Hours AtNight = new(new TimeOnly(21, 0), new TimeOnly(8, 0));
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The version of the preferences that the person saw.</summary>
    public string? Etag { get; set; }

    public bool Appointments { get; set; }

    public bool Reminders { get; set; }

    public bool OneWeek { get; set; }

    public bool OneDay { get; set; }

    public bool TwoHours { get; set; }

    public string? Night { get; set; }

    public string? Pace { get; set; }

    internal static PreferencesForm For(Chosen chosen, string? etag) => new()
    {
        Etag = etag,
        Appointments = chosen.Email.Appointments,
        Reminders = chosen.Email.Reminders,
        OneWeek = chosen.Reminders.OneWeek,
        OneDay = chosen.Reminders.OneDay,
        TwoHours = chosen.Reminders.TwoHours,
        Night = chosen.QuietHours is null ? AnyTime : Quiet,
        Pace = chosen.DigestAt is null ? Each : OnceADay,
    };

    internal Chosen ToChosen(Chosen before) => before with
    {
        Email = new(Appointments, Reminders),
        Reminders = new(OneWeek, OneDay, TwoHours),
        QuietHours = Night == AnyTime ? null : HoursOf(before),
        DigestAt = Pace == OnceADay ? before.DigestAt ?? Morning : null,
    };

    /// <summary>The quiet hours that the person has, or would have.</summary>
    internal static Hours HoursOf(Chosen chosen) => chosen.QuietHours ?? AtNight;

    /// <summary>When the one letter of the day comes, or would come.</summary>
    internal static TimeOnly MorningOf(Chosen chosen) => chosen.DigestAt ?? Morning;
}
