using Journease.Mail;
using Journease.Notifications.Letters;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Verbs;

namespace Journease.Notifications.Delivery;

internal static class DeliverySetUp
{
    /// <summary>The ways by which messages reach people.</summary>
    public static void AddDelivery(this IHostApplicationBuilder builder)
    {
        builder.AddServiceCredential("notifications");
        builder.Services.AddHttpClient<IdentityClient>(client => client.BaseAddress = new Uri("http://identity/")).WithServiceToken("identity");
        builder.Services.AddSingleton<PortalAddress>();
        builder.Services.AddScoped<LetterWriter>();
        builder.Services.AddScoped<Ways>();
        builder.Services.AddScoped<IVerb, NoteBounces>();
        builder.AddMailServer();
        builder.AddOutgoing<PersonMail, PersonMailCarrier>();
    }
}
