using System.Globalization;
using System.Net;
using Journease.ServiceDefaults;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Journease.Mail;

/// <summary>
/// The mail server of connection string <c>mail</c>: <c>smtps://user:password@host:465</c>, or <c>smtp://host:587</c>, which
/// must offer STARTTLS everywhere but in Development.
/// </summary>
public sealed class MailServer
{
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

    /// <summary>Sends one letter; throws where the server did not take it within <see cref="MailOptions.Patience"/>.</summary>
    /// <param name="claimed">What it is sent for: gives the letter its Message-ID.</param>
    public async Task SendAsync(Claimed claimed, Letter letter, CancellationToken ct)
    {
        using var message = letter.ToMessage(claimed.Id, options);
        message.Headers.Add("X-Journease-Attempt", claimed.Attempts.ToString(CultureInfo.InvariantCulture));

        using var smtp = new SmtpClient { Timeout = (int)options.Patience.TotalMilliseconds };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience);
        await smtp.ConnectAsync(address.Host, address.IsDefaultPort ? 0 : address.Port, security, limit.Token);
        if (address.UserInfo.Split(':', 2) is [var user, var password])
        {
            await smtp.AuthenticateAsync(new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password)), limit.Token);
        }
        await smtp.SendAsync(message, limit.Token);
        await QuitAsync(smtp, limit.Token);
    }

    // The letter has been taken; a server that does not say goodbye must not have it sent again.
    private static async Task QuitAsync(SmtpClient smtp, CancellationToken ct)
    {
        try
        {
            await smtp.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SmtpCommandException or SmtpProtocolException)
        {
            smtp.Disconnect(quit: false, CancellationToken.None);
        }
    }
}
