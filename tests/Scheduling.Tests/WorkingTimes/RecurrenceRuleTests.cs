using System.Diagnostics;
using System.Globalization;
using Journease.Scheduling.WorkingTimes;
using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.Tests.WorkingTimes;

public sealed class RecurrenceRuleTests
{
    private static readonly DateOnly First = new(2026, 10, 1);

    [Theory]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-10-01 2026-10-15 2026-10-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "2026-10-05")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-10-31")]
    [InlineData("FREQ=DAILY;COUNT=2", "2026-10-01 2026-10-02")]
    [InlineData("FREQ=DAILY;UNTIL=20261003", "2026-10-01 2026-10-02 2026-10-03")]
    public void A_rule_names_days(string rule, string days) =>
        Assert.Equal(days.Split(' '), RecurrenceRule.Read(rule).DaysBetween(First, First.AddDays(30)).Select(day => day.ToString("O", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("every Thursday")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=HOURLY;COUNT=10")]
    [InlineData("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0;BYSECOND=0")]
    [InlineData("FREQ=DAILY;FREQ=DAILY")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;INTERVAL=-1")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999999999999")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;INTERVAL=2147483647;BYMONTHDAY=2")]
    [InlineData("FREQ=YEARLY;BYMONTH=13")]
    [InlineData("FREQ=DAILY;COUNT=0")]
    [InlineData("FREQ=DAILY;UNTIL=yesterday")]
    [InlineData("FREQ=DAILY;UNTIL=20200101")]
    public void What_is_no_rule_or_names_no_day_is_refused_quickly(string rule)
    {
        var clock = Stopwatch.StartNew();

        Assert.Throws<RuleBrokenException>(() => RecurrenceRule.Read(rule).DaysBetween(First, First.AddDays(365)));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void No_rule_names_more_than_a_year_of_days()
    {
        Assert.Equal(366, RecurrenceRule.Read("FREQ=DAILY").DaysBetween(First, First.AddDays(365)).Count);
        Assert.Throws<RuleBrokenException>(() => RecurrenceRule.Read("FREQ=DAILY").DaysBetween(First, First.AddYears(30)));
        Assert.Throws<RuleBrokenException>(() => RecurrenceRule.Read("FREQ=DAILY").DaysBetween(First, First.AddDays(-1)));
    }
}
