using Journease.ServiceDefaults.Errors;

namespace Journease.Gateway.Edge;

/// <summary>Pages of other origins may call the API only where the configuration names them (<c>Cors:Origins</c>), and never with cookies.</summary>
internal static class OtherOrigins
{
    private static readonly string[] Sent = ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "traceparent"];
    private static readonly string[] Shown = ["ETag", "Location", "Retry-After", "Deprecation", "Sunset"];

    public static void AddOtherOrigins(this WebApplicationBuilder builder) => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .WithOrigins(Configured(builder.Configuration))
        .WithMethods("GET", "POST", "PUT", "DELETE")
        .WithHeaders(Sent)
        .WithExposedHeaders(Shown)
        .SetPreflightMaxAge(TimeSpan.FromHours(1))));

    public static void UseOtherOrigins(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<PublicAddress>().Origin;
        var others = Configured(app.Configuration);
        app.UseCors();
        // Browsers let any page open a WebSocket, and leave it to the server to look at the origin.
        app.Use(async (http, next) =>
        {
            if (http.Request.Headers.Upgrade.Count > 0 && http.Request.Headers.Origin is [{ } origin]
                && origin != own && !others.Contains(origin, StringComparer.OrdinalIgnoreCase))
            {
                await CommonProblems.NotAllowed.Because("Pages of this origin may not connect.").ExecuteAsync(http);
                return;
            }
            await next(http);
        });
    }

    private static string[] Configured(IConfiguration configuration) => configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
}
