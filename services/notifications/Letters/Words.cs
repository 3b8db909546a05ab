using System.Globalization;
using System.Resources;

namespace Journease.Notifications.Letters;

/// <summary>The texts of letters, in the person's language where we have it and in English otherwise.</summary>
internal sealed class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly ResourceManager Texts = new(typeof(Words));

    private readonly CultureInfo culture;

    private Words(CultureInfo culture) => this.culture = culture;

    public string this[string name] => Texts.GetString(name, culture) ?? throw new ArgumentException($"There is no text called {name}.", nameof(name));

    public static Words In(string language) => new(CultureOf(language));

    public string With(string name, params object[] values) => string.Format(culture, this[name], values);

    /// <summary>A time as somebody there says it.</summary>
    public string Say(DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        return With("Time", local.ToString("dddd, MMMM d", culture), local.ToString("t", culture));
    }

    // Dates in a language that the text around them is not in would only confuse.
    private static CultureInfo CultureOf(string language)
    {
        try
        {
            var wanted = CultureInfo.GetCultureInfo(language);
            return wanted.TwoLetterISOLanguageName == English.TwoLetterISOLanguageName || Texts.GetResourceSet(wanted, true, false) is not null ? wanted : English;
        }
        catch (CultureNotFoundException)
        {
            return English;
        }
    }
}
