using Journease.Identity.Registration;

namespace Journease.Identity.Tests.Unit;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2008-11-24", "America/New_York", 18)] // the birthday itself
    [InlineData("2008-11-25", "America/New_York", 17)] // the day before
    [InlineData("2008-11-25", "Pacific/Auckland", 18)] // where it is the next day already
    [InlineData("1900-01-01", "America/New_York", 126)]
    public void Years_are_complete_by_the_calendar_of_the_place(string born, string zone, int age)
    {
        var form = RegistrationForm.Empty with { BirthDate = born, TimeZone = zone };

        Assert.Equal(age, form.Age(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2026-02-28", 17)]
    [InlineData("2026-03-01", 18)]
    public void Whoever_was_born_on_a_leap_day_is_an_adult_on_the_first_of_March(string today, int age)
    {
        var form = RegistrationForm.Empty with { BirthDate = "2008-02-29" };

        Assert.Equal(age, form.Age(DateTimeOffset.Parse(today + "T17:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("23.04.1988")]
    [InlineData("1988-02-30")]
    [InlineData("88-04-23")]
    public void What_is_no_date_has_no_age(string born) =>
        Assert.Null((RegistrationForm.Empty with { BirthDate = born }).Age(DateTimeOffset.UnixEpoch));
}
