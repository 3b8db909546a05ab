using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Journease.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.ServiceDefaults.Errors;

/// <summary>Every error leaves as a problem document with a stable type and the trace id; every request body is read strictly.</summary>
internal static class ProblemAnswers
{
    public static IServiceCollection AddProblemAnswers(this IServiceCollection services)
    {
        services.AddExceptionHandler<UnhandledErrorLog>();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>(); // before the framework's own
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        return services;
    }

    public static IApplicationBuilder UseProblemAnswers(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is RuleBrokenException or BadHttpRequestException })
            .UseStatusCodePages();

    private static void Complete(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        if (details.Type?.StartsWith("urn:journease:problem:", StringComparison.Ordinal) != true
            && CommonProblems.ForStatus(details.Status ?? context.HttpContext.Response.StatusCode) is { } common)
        {
            (details.Type, details.Title) = (common.Uri, common.Title);
        }
        if (details is HttpValidationProblemDetails validation)
        {
            validation.Errors = validation.Errors.ToDictionary(error => CamelCasePath(error.Key), error => error.Value);
        }
        details.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }

    private static string CamelCasePath(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
