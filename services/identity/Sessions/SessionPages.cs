using Journease.Identity.Notices;
using Journease.Identity.Pages;

namespace Journease.Identity.Sessions;

internal static class SessionPages
{
    public static void AddSessionPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<FormTargets>();
        builder.Services.AddSingleton<PortalAddress>();
        builder.Services.AddScoped<AbsentCredential>();
        builder.Services.AddScoped<SignInAnswer>();
        builder.Services.AddScoped<SignInStep>();
        builder.Services.AddScoped<OpenSessions>();
        builder.Services.AddScoped<NewDeviceNotices>();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "journease-identity-form";
            options.Cookie.Path = "/identity";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form-token";
            options.SuppressXFrameOptionsHeader = true; // pages say it themselves
        });
    }
}
