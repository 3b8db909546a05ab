using System.Globalization;
using MailKit.Net.Smtp;

namespace Journease.Mail;

/// <summary>Why something was not taken: a name without the other side's text, which may quote addresses, and whether trying again can help.</summary>
public sealed record DeliveryFailure(string Name, bool IsFinal)
{
    private const int FirstPermanent = 500;

    internal static DeliveryFailure Of(Exception e) => e switch
    {
        // 5xx to the recipient or the content is the server's last word; about anything else it may think again.
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused =>
            new($"refused {((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture)}", (int)refused.StatusCode >= FirstPermanent),
        MimeKit.ParseException => new("address", IsFinal: true),
        NotTakenException { Failure: { } failure } => failure,
        _ => new(e.GetType().Name, IsFinal: false),
    };
}

/// <summary>A carrier found out that something is not taken, and by what name that is kept.</summary>
public sealed class NotTakenException(DeliveryFailure failure) : Exception(failure.Name)
{
    public DeliveryFailure Failure { get; } = failure;
}
