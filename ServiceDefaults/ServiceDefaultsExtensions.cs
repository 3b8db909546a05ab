using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.Gateway;
using Journease.ServiceDefaults.Health;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.Telemetry;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace Journease.ServiceDefaults;

public static class ServiceDefaultsExtensions
{
    /// <summary>What every process of the platform has: telemetry, health, discovery, resilient HTTP clients, problem documents, strict JSON.</summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        StartupFailure.SpeakInOneSentence();
        builder.AddTelemetry();
        builder.Services.AddHealth();
        builder.Services.AddProblemAnswers();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            // A retried POST could act twice; the caller retries it, with its Idempotency-Key.
            http.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
            http.AddServiceDiscovery();
        });
        return builder;
    }

    /// <summary>The middleware and the health endpoints, in the one order that works.</summary>
    /// <param name="app">The process.</param>
    /// <param name="onceKnown">Middleware of its own that needs to know who asks, before it is decided whether they may.</param>
    public static WebApplication UseServiceDefaults(this WebApplication app, Action<WebApplication>? onceKnown = null)
    {
        app.UseMiddleware<AuditedRequests>();
        app.UseProblemAnswers();
        app.UseOnlyThroughTheGateway(); // before authentication, which answers some of identity's addresses itself
        app.UseAuthentication();
        onceKnown?.Invoke(app);
        app.UseAuthorization();
        app.UseRepeatableBodies();
        app.MapHealth();
        return app;
    }

    /// <summary>An API behind the gateway, described in a document that is served at <c>{prefix}/openapi.json</c>.</summary>
    public static IServiceCollection AddServiceApi(this IServiceCollection services, string title)
    {
        services.AddOnlyThroughTheGateway();
        services.AddServiceOpenApi(title);
        return services;
    }

    /// <summary>The group of all endpoints of a service, below its prefix such as <c>/intake/v1</c>; for signed-in people unless one says otherwise.</summary>
    public static RouteGroupBuilder MapServiceApi(this WebApplication app, string prefix)
    {
        app.MapServiceOpenApi(prefix);
        return app.MapGroup(prefix).RequireAuthorization(policy => policy.RequirePerson());
    }
}
