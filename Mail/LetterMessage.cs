using System.Text;
using MimeKit;

namespace Journease.Mail;

/// <summary>A letter as the mail servers of this world pass it on.</summary>
internal static class LetterMessage
{
    public static MimeMessage ToMessage(this Letter letter, Guid id, MailOptions options)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(options.FromName, options.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Subject = letter.Subject;
        message.MessageId = $"{id:N}@{options.Domain}";
        // Answers by machines (holidays, lists) go nowhere.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Preferences is { } preferences)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{preferences}>");
        }
        message.Body = Body(letter);
        return message;
    }

    private static MimeEntity Body(Letter letter)
    {
        var words = new BodyBuilder { TextBody = LetterLayout.ToText(letter), HtmlBody = LetterLayout.ToHtml(letter) }.ToMessageBody();
        if (letter.Calendar is not { } calendar)
        {
            return words;
        }

        // As an alternative for programs that keep a calendar (RFC 6047), and as a file for everybody else.
        var alternatives = (MultipartAlternative)words;
        alternatives.Add(Part(calendar, new ContentType("text", "calendar") { Parameters = { { "method", calendar.Method } } }));
        var file = Part(calendar, new ContentType("application", "ics"));
        file.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "appointment.ics" };
        return new Multipart("mixed") { alternatives, file };
    }

    private static MimePart Part(CalendarPart calendar, ContentType type)
    {
        type.Charset = "utf-8";
        return new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar.Content))),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
    }
}
