using Journease.Sealing;
using Journease.Sealing.DataKeys;
using Journease.Sealing.DataProtection;
using Journease.ServiceDefaults.Verbs;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Journease.ServiceDefaults.Sealing;

internal static class SealingSetUp
{
    /// <summary>Sealing for a service with a database: the keys beside the data, the master key from the configuration.</summary>
    public static void AddSealing(this IHostApplicationBuilder builder)
    {
        // Read at once: without it nothing could be opened, and the process had better say so now.
        if (!EF.IsDesignTime)
        {
            builder.Services.AddSingleton(SealingSettings.Read(builder.Configuration));
        }
        else
        {
            builder.Services.AddSingleton<MasterKeys>(_ => throw new InvalidOperationException("Nothing is sealed at design time."));
        }
        builder.Services.AddSingleton<KeyWrap>();
        builder.Services.AddSingleton<BlindIndex>();
        builder.Services.AddScoped<KeyRing>();
        builder.Services.AddScoped<Seals>();
        builder.Services.AddScoped<ForgottenKeys>();
        builder.Services.AddScoped<KeyRewrap>();
        builder.Services.AddScoped<KeyRenewal>();
        builder.Services.AddSingleton<ProtectionKeyRewrap>();
        builder.Services.AddSingleton<RetentionEnd>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RetentionEnd>());
        builder.Services.AddScoped<IMigrationStep, KeyStorage>();
        builder.Services.AddScoped<IVerb, RewrapKeys>();
        builder.Services.AddScoped<IVerb, ResealValues>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlEncryptor = new MasterKeyXmlEncryptor(services.GetRequiredService<MasterKeys>())));
    }
}
