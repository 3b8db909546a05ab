using System.Collections.Frozen;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Journease.ServiceDefaults.Errors;
using NodaTime.Text;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>
/// A recurrence rule (RFC 5545) over days: which days, not which minutes. It is bounded on purpose: a year, and no parts that
/// multiply within a day.
/// </summary>
internal sealed class RecurrenceRule
{
    private const int LongestInDays = 366;
    private const int LongestText = 200;

    // A rule that names no day at all must be given up on, not unrolled for ever.
    private const int MostFruitlessSteps = 5_000;

    private static readonly FrozenSet<string> Frequencies = FrozenSet.ToFrozenSet(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(
        ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYYEARDAY", "BYWEEKNO", "WKST"]);

    private readonly RecurrencePattern pattern;

    private RecurrenceRule(string text, RecurrencePattern pattern) => (Text, this.pattern) = (text, pattern);

    public string Text { get; }

    public static RecurrenceRule Read(string text)
    {
        if (text.Length > LongestText)
        {
            throw Refused("The rule is too long.");
        }
        var parts = text.Split(';').Select(part => part.Split('=')).ToList();
        if (parts.Any(part => part.Length != 2 || part[1].Length == 0) || parts.Select(part => part[0]).Distinct().Count() != parts.Count)
        {
            throw Refused("Write it as RFC 5545 does, for example FREQ=WEEKLY;INTERVAL=2;BYDAY=TH.");
        }
        if (parts.Find(part => !Parts.Contains(part[0])) is { })
        {
            throw Refused($"Days are chosen by {string.Join(", ", Parts.Order())} only; the hours are given beside the rule.");
        }
        if (parts.Find(part => part[0] == "FREQ") is not [_, var frequency] || !Frequencies.Contains(frequency))
        {
            throw Refused("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.");
        }
        if (parts.Find(part => part[0] == "UNTIL") is [_, var until] && !LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(until).Success)
        {
            throw Refused("UNTIL must be a day, for example UNTIL=20270131.");
        }
        try
        {
            return new(text, new RecurrencePattern(text));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            throw Refused("A part of it has a value that it cannot have.");
        }
    }

    /// <summary>The days that the rule names, counted from the first day; both ends may be among them.</summary>
    public IReadOnlyList<DateOnly> DaysBetween(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw WorkingTimeProblems.Impossible.Broken("The last day must not lie before the first one.", "lastDay");
        }
        if (last.DayNumber - first.DayNumber >= LongestInDays)
        {
            throw WorkingTimeProblems.Impossible.Broken("Enter at most a year at a time.", "lastDay");
        }

        var day = new CalendarEvent { Start = new CalDateTime(first), RecurrenceRule = pattern };
        try
        {
            var days = day.GetOccurrences(new CalDateTime(first), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostFruitlessSteps })
                .Select(occurrence => occurrence.Period.StartTime.Date)
                .TakeWhile(date => date <= last)
                .Where(date => date >= first)
                .Take(LongestInDays)
                .Distinct()
                .ToList();
            return days.Count > 0 ? days : throw Refused("It names no day in that time.");
        }
        catch (EvaluationException)
        {
            throw Refused("It names no day in that time.");
        }
    }

    private static RuleBrokenException Refused(string why) => WorkingTimeProblems.ImpossibleRule.Broken(why, "rule");
}
