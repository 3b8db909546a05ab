using Scalar.AspNetCore;

namespace Journease.Gateway.OpenApi;

/// <summary>The merged document at <c>/openapi.json</c>, and a page at <c>/docs</c> to browse it that loads nothing from anywhere else.</summary>
internal static class PlatformDocumentPages
{
    private const string DocumentPath = "/openapi.json";

    // The page starts its viewer by a line of script of its own; neither line nor viewer may reach another host.
    private const string OwnContentOnly =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPlatformDocument(this WebApplication app)
    {
        app.MapGet(DocumentPath, (PlatformDocument document) => TypedResults.Bytes(document.Json, "application/json"))
            .WithName("ReadApi").WithSummary("The API of the whole platform as OpenAPI 3.1").AllowAnonymous();
        app.MapGet("/", () => TypedResults.LocalRedirect("/docs")).WithName("Start").WithSummary("Leads to the API page").AllowAnonymous();

        var pages = app.MapGroup("");
        pages.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.ContentSecurityPolicy = OwnContentOnly;
            return next(context);
        });
        pages.MapScalarApiReference("/docs", options => options
            .WithTitle("Journease Platform")
            .WithOpenApiRoutePattern(DocumentPath)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .HideClientButton()).AllowAnonymous();
    }
}
