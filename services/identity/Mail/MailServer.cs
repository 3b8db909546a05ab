using System.Globalization;
using System.Net;
using Journease.ServiceDefaults;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Journease.Identity.Mail;

/// <summary>
/// The mail server of connection string <c>mail</c>: <c>smtps://user:password@host:465</c>, or <c>smtp://host:587</c>, which
/// must offer STARTTLS everywhere but in Development.
/// </summary>
internal sealed class MailServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Uri address;
    private readonly SecureSocketOptions security;
    private readonly MailOptions options;

    public MailServer(IConfiguration configuration, IHostEnvironment environment, IOptions<MailOptions> options)
    {
        if (!Uri.TryCreate(configuration.GetConnectionString("mail"), UriKind.Absolute, out var given) || given.Scheme is not ("smtp" or "smtps"))
        {
            throw new WrongConfigurationException("ConnectionStrings__mail is not set: give the mail server as smtps://user:password@host:465 or smtp://host:587.");
        }
        address = given;
        this.options = options.Value;
        security = given.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect
            : environment.IsDevelopment() ? SecureSocketOptions.StartTlsWhenAvailable
            : SecureSocketOptions.StartTls;
    }

    public async Task SendAsync(Guid id, int attempt, Letter letter, CancellationToken ct)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(options.FromName, options.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Subject = letter.Subject;
        message.MessageId = $"{id:N}@{options.From.Split('@')[^1]}";
        // Answers by machines (holidays, lists) go nowhere.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Journease-Attempt", attempt.ToString(CultureInfo.InvariantCulture));
        message.Body = new BodyBuilder { TextBody = LetterLayout.ToText(letter), HtmlBody = LetterLayout.ToHtml(letter) }.ToMessageBody();

        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        await smtp.ConnectAsync(address.Host, address.IsDefaultPort ? 0 : address.Port, security, limit.Token);
        if (address.UserInfo.Split(':', 2) is [var user, var password])
        {
            await smtp.AuthenticateAsync(new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password)), limit.Token);
        }
        await smtp.SendAsync(message, limit.Token);
        await smtp.DisconnectAsync(quit: true, limit.Token);
    }
}
