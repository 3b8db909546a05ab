namespace Journease.Identity.Mail;

internal static class MailRegistration
{
    /// <summary>Identity's own mail: written with the acts, sent in the background.</summary>
    public static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<LetterBox>();
        builder.Services.AddScoped<MailQueue>();
        builder.Services.AddSingleton<MailServer>();
        builder.Services.AddHostedService<MailSender>();
    }
}
