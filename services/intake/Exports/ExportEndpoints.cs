using Journease.ServiceDefaults.Auditing;

namespace Journease.Intake.Exports;

internal static class ExportEndpoints
{
    public static void AddExports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ExportOptions>().BindConfiguration("Intake:Exports").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<ExportMaking>();
        builder.Services.AddHostedService<GatherExports>();
        AskedServices.Add(builder);
    }

    public static void MapExports(this RouteGroupBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Everything about me").AboutCaller().RequireAuthorization();
        exports.MapRequestExport();
        exports.MapReadExports();
        exports.MapDownloadExport();
    }
}
