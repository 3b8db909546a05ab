using Journease.Audit;
using Journease.Sealing;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

internal static class AuditSetUp
{
    /// <summary>The audit of a service with a database.</summary>
    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuditSettings>().BindConfiguration("Audit").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<AuditTrail>();
        builder.Services.AddScoped<AccessLog>();
        builder.Services.AddScoped<IInterceptor, AuditWithCommit>();
        builder.Services.AddSingleton(services => new ChainHash(services.GetRequiredService<MasterKeys>().ForAudit()));
        builder.Services.AddSingleton(services => new AuditChain(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<ChainHash>()));
        builder.Services.AddSingleton<AnchorPlace>();
        builder.Services.AddHostedService<Chainer>();
        builder.Services.AddScoped<IMigrationStep, AuditStorage>();
        builder.Services.AddScoped<IVerb, VerifyAudit>();
    }
}
