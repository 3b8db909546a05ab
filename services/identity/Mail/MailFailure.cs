using System.Globalization;
using MailKit.Net.Smtp;

namespace Journease.Identity.Mail;

/// <summary>Why a letter was not taken: a name without the server's text, and whether trying again can help.</summary>
internal sealed record MailFailure(string Name, bool IsFinal)
{
    private const int FirstPermanent = 500;

    public static MailFailure Of(Exception e) => e switch
    {
        // 5xx to the recipient or the content is the server's last word; about anything else it may think again.
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused =>
            new($"refused {((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture)}", (int)refused.StatusCode >= FirstPermanent),
        MimeKit.ParseException => new("address", IsFinal: true),
        _ => new(e.GetType().Name, IsFinal: false),
    };
}
