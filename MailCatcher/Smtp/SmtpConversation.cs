using System.Text;
using Journease.MailCatcher.Messages;

namespace Journease.MailCatcher.Smtp;

/// <summary>One client's conversation, in the part of RFC 5321 that sending a message needs.</summary>
internal sealed class SmtpConversation(Stream connection, CaughtMessages messages, TimeProvider clock)
{
    private const int MostRecipients = 100;

    private readonly SmtpLines lines = new(connection);
    private readonly List<string> recipients = [];
    private bool inTransaction;

    public async Task RunAsync(CancellationToken ct)
    {
        await SayAsync("220 mail-catcher ESMTP", ct);
        while (await lines.ReadAsync(ct) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            await SayAsync(await AnswerAsync(verb, line, ct), ct);
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private async Task<string> AnswerAsync(string verb, string line, CancellationToken ct)
    {
        switch (verb)
        {
            case "EHLO":
                Reset();
                return $"250-mail-catcher\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {SmtpLines.LargestMessage}";
            case "HELO" or "RSET":
                Reset();
                return "250 OK";
            case "NOOP":
                return "250 OK";
            case "QUIT":
                return "221 Goodbye";
            case "MAIL" when PathIn(line, "FROM:") is not null:
                Reset();
                inTransaction = true;
                return "250 OK";
            case "RCPT" when !inTransaction:
                return "503 Say MAIL first";
            case "RCPT" when recipients.Count == MostRecipients:
                return "452 Too many recipients";
            case "RCPT" when PathIn(line, "TO:") is { Length: > 0 } address:
                recipients.Add(address);
                return "250 OK";
            case "DATA" when recipients.Count == 0:
                return "503 Say RCPT first";
            case "DATA":
                return await ReceiveAsync(ct);
            case "MAIL" or "RCPT":
                return "501 An address in angle brackets is missing";
            default:
                return "502 Not known here";
        }
    }

    private async Task<string> ReceiveAsync(CancellationToken ct)
    {
        await SayAsync("354 Go on; end with a dot on a line of its own", ct);
        using var content = await lines.ReadMessageAsync(ct);
        var to = recipients.ToArray();
        Reset();
        if (content is null)
        {
            return "552 The message is too large";
        }
        try
        {
            messages.Add(CaughtMessage.Read(to, content, clock.GetUtcNow()));
            return "250 Kept";
        }
        catch (FormatException)
        {
            return "554 This is not a message";
        }
    }

    private void Reset()
    {
        inTransaction = false;
        recipients.Clear();
    }

    // "RCPT TO:<someone@example.org> …"; empty in "MAIL FROM:<>", which is a bounce.
    private static string? PathIn(string line, string keyword)
    {
        var start = line.IndexOf(keyword + "<", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : line.IndexOf('>', start);
        return end < 0 ? null : line[(start + keyword.Length + 1)..end];
    }

    private async Task SayAsync(string answer, CancellationToken ct) => await connection.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), ct);
}
