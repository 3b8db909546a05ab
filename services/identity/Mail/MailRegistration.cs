using Journease.Mail;

namespace Journease.Identity.Mail;

internal static class MailRegistration
{
    /// <summary>Identity's own mail: written with the acts, sent in the background.</summary>
    public static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.AddMailServer();
        builder.Services.AddScoped<LetterBox>();
        builder.AddOutgoing<OutgoingMail, LetterCarrier>();
    }
}
