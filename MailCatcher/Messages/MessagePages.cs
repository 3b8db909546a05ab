using System.Globalization;
using System.Text.Encodings.Web;

namespace Journease.MailCatcher.Messages;

/// <summary>Two plain pages: what came, and one message.</summary>
internal static class MessagePages
{
    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: .5rem; border-bottom: 1px solid #8886; text-align: left; vertical-align: top; }
        a { color: LinkText; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        iframe { width: 100%; height: 32rem; border: 1px solid #8886; background: #fff; }
        """;

    public static string List(IReadOnlyList<CaughtMessage> messages) => Page("Caught mail", messages.Count == 0
        ? "<p>Nothing has been sent yet. Reload this page to look again.</p>"
        : "<table><thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">To</th><th scope=\"col\">At</th></tr></thead><tbody>"
            + string.Concat(messages.Select(message =>
                $"<tr><td><a href=\"/messages/{message.Number}\">{Encode(message.Subject)}</a></td><td>{To(message)}</td><td>{At(message)}</td></tr>"))
            + "</tbody></table>");

    public static string One(CaughtMessage message) => Page(
        message.Subject,
        $"""
        <p>To {To(message)}, from {Encode(message.From)}, at {At(message)}. <a href="/">All messages</a></p>
        <iframe title="The message as HTML" src="/messages/{message.Number}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
        <h2>As text</h2>
        <pre>{Encode(message.Text)}</pre>
        {(message.Calendar.Length > 0 ? $"<h2>For the calendar</h2><pre>{Encode(message.Calendar)}</pre>" : "")}
        """);

    // Inside the frame a link would be blocked; it opens beside it instead.
    public static string Content(CaughtMessage message) => "<base target=\"_blank\">" + message.Html;

    private static string Page(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(title)} - mail catcher</title><style>{Style}</style></head>
        <body><main><h1>{Encode(title)}</h1>{content}</main></body>
        </html>
        """;

    private static string To(CaughtMessage message) => Encode(string.Join(", ", message.To));

    private static string At(CaughtMessage message) => message.ReceivedAt.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
