namespace Journease.Notifications.Appointments;

internal static class ReminderSetUp
{
    /// <summary>Keeps what is known of appointments, and reminds people of them.</summary>
    public static void AddReminders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReminderOptions>().BindConfiguration("Reminders").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<Diary>();
        builder.Services.AddHostedService<SendDueReminders>();
    }
}
