using System.Globalization;
using System.Text;
using Journease.Mail;

namespace Journease.Notifications.Letters;

/// <summary>
/// An appointment for the person's calendar (RFC 5545, sent as RFC 6047 says). It tells when, and nothing else: calendars are
/// shared and shown on walls. Times are UTC, so that no zone has to be explained.
/// </summary>
internal static class CalendarEntry
{
    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";

    private const int LongestLine = 75;

    /// <param name="method"><see cref="Request"/> or <see cref="Cancel"/>.</param>
    /// <param name="time">The appointment.</param>
    /// <param name="summary">What the calendar shows; neutral.</param>
    /// <param name="attendee">The person's address.</param>
    /// <param name="options">Who the letter is from.</param>
    /// <param name="now">When it is written.</param>
    public static CalendarPart For(string method, AppointmentTime time, string summary, string attendee, MailOptions options, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Journease//Platform//EN",
            $"METHOD:{method}",
            "BEGIN:VEVENT",
            $"UID:{time.Id}@{options.Domain}",
            $"SEQUENCE:{time.Sequence.ToString(CultureInfo.InvariantCulture)}",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(time.StartsAt)}",
            $"DTEND:{Utc(time.EndsAt)}",
            $"SUMMARY:{Escape(summary)}",
            $"STATUS:{(method == Cancel ? "CANCELLED" : "CONFIRMED")}",
            "CLASS:PRIVATE",
            $"ORGANIZER;CN={options.FromName}:mailto:{options.From}",
            $"ATTENDEE;RSVP=FALSE;PARTSTAT=ACCEPTED:mailto:{attendee}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return new(method, string.Concat(lines.Select(line => Fold(line) + "\r\n")));
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    // A line is at most 75 bytes; what follows begins with a space.
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }
            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
