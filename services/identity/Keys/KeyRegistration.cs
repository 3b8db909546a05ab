using Journease.ServiceDefaults.Verbs;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Journease.Identity.Keys;

internal static class KeyRegistration
{
    /// <summary>The keys that sign and seal tokens: kept in the database, followed by new ones by command and by age.</summary>
    public static void AddServerKeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<KeyOptions>().BindConfiguration("Keys").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ServerKeys>();
        builder.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(services => services.GetRequiredService<ServerKeys>());
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(services => services.GetRequiredService<ServerKeys>());
        builder.Services.AddScoped<KeyRotation>();
        builder.Services.AddScoped<IMigrationStep, CreateServerKeys>();
        builder.Services.AddScoped<IVerb, RotateKeys>();
        builder.Services.AddHostedService<KeyCare>();
    }
}
