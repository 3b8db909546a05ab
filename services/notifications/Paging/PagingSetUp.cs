using Journease.Mail;

namespace Journease.Notifications.Paging;

internal static class PagingSetUp
{
    /// <summary>Calls for whoever is on call: by e-mail, and by the webhook of the section <c>Paging</c> where one is set.</summary>
    public static void AddPaging(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PagingSettings>();
        builder.Services.AddHttpClient<PagingSystemClient>().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        builder.Services.AddScoped<PageOnCall>();
        builder.AddOutgoing<PageMail, PageMailCarrier>();
        builder.AddOutgoing<PageCall, PageCallCarrier>();
    }
}
