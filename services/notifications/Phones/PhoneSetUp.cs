using Journease.Mail;

namespace Journease.Notifications.Phones;

internal static class PhoneSetUp
{
    private static readonly string[] Names = ["apns", "fcm", IPhoneWay.Sms];

    /// <summary>Telephones, by the ways that are registered; in Development by ways that only say what they would send.</summary>
    public static void AddPhones(this IHostApplicationBuilder builder)
    {
        builder.AddOutgoing<PhoneNotice, PhoneCarrier>();
        foreach (var name in builder.Environment.IsDevelopment() ? Names : [])
        {
            builder.Services.AddSingleton<IPhoneWay>(provider => new TestPhoneWay(name, provider.GetRequiredService<ILogger<TestPhoneWay>>()));
        }
    }
}
