using MimeKit;

namespace Journease.MailCatcher.Messages;

/// <summary>A message as it arrived.</summary>
/// <param name="Id">The sender's Message-ID.</param>
/// <param name="To">The addresses of the envelope, which need not be those in the header.</param>
/// <param name="Attempt">Which try of the sender this was, where it says so.</param>
/// <param name="Calendar">What came along for the calendar of whoever gets it; empty where nothing did.</param>
/// <param name="ListUnsubscribe">Where one says that one does not want such mail; empty where nothing was said.</param>
/// <param name="Number">Counts what came, for its address here: a sender may repeat its Message-ID.</param>
public sealed record CaughtMessage(
    string Id, string From, IReadOnlyList<string> To, string Subject, string Text, string Html, DateTimeOffset ReceivedAt, int Attempt,
    string Calendar, string ListUnsubscribe, int Number = 0)
{
    /// <summary>Reads the message; throws <see cref="FormatException"/> where it is none.</summary>
    public static CaughtMessage Read(IReadOnlyList<string> to, Stream content, DateTimeOffset now)
    {
        using var message = MimeMessage.Load(content);
        return new(
            message.MessageId ?? "", message.From.ToString(), to, message.Subject ?? "", message.TextBody ?? "", message.HtmlBody ?? "", now,
            int.TryParse(message.Headers["X-Journease-Attempt"], out var attempt) ? attempt : 1,
            message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"))?.Text ?? "",
            message.Headers[HeaderId.ListUnsubscribe] ?? "");
    }
}
