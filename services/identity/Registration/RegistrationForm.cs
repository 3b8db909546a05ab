using System.Globalization;
using Journease.Identity.Accounts;

namespace Journease.Identity.Registration;

/// <summary>What a person fills in to get an account. The birth date is looked at and not kept.</summary>
internal sealed record RegistrationForm(string Email, string Name, string BirthDate, string TimeZone)
{
    private const int OldestAge = 130;

    public static readonly RegistrationForm Empty = new("", "", "", TimeZones.Usual);

    public static RegistrationForm From(IFormCollection form) =>
        new(form["email"].ToString().Trim(), form["name"].ToString().Trim(), form["birth-date"].ToString().Trim(), form["time-zone"].ToString());

    /// <summary>What has to be mended, by field; empty when nothing has.</summary>
    public Dictionary<string, string> Mistakes(DateTimeOffset now)
    {
        var mistakes = new Dictionary<string, string>();
        if (!EmailAddress.IsValid(Email))
        {
            mistakes["email"] = "Write an e-mail address such as name@example.com.";
        }
        if (!PersonalDetails.IsName(Name))
        {
            mistakes["name"] = $"Write what you would like to be called, in at most {PersonalDetails.LongestName} characters.";
        }
        if (!TimeZones.Exists(TimeZone))
        {
            mistakes["time-zone"] = "Choose a time zone from the list.";
        }
        if (Age(now) is not (>= 0 and <= OldestAge))
        {
            mistakes["birth-date"] = "Write your date of birth as year, month and day, for example 1988-04-23.";
        }
        return mistakes;
    }

    /// <summary>Complete years, by the calendar of the place where the person is. Born on 29 February, a year is complete on 1 March.</summary>
    public int? Age(DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(BirthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
        {
            return null;
        }
        var today = DateOnly.FromDateTime(TimeZones.LocalTime(now, TimeZone));
        return today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
    }
}
