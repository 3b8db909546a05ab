using Hl7.Fhir.Model;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Journease.PersonExport;

public static class PersonExportEndpoint
{
    /// <summary>
    /// <c>GET {prefix}/people/{subject}/export</c>: everything that this service knows about a person, for the service that
    /// puts the person's copy together. No person may call it, not even for themselves.
    /// </summary>
    public static RouteHandlerBuilder MapPersonExport(this RouteGroupBuilder api) =>
        api.MapGet("/people/{subject:guid}/export", HandleAsync)
            .WithName("ExportPerson")
            .WithSummary("Everything this service knows about a person, as a FHIR R4 bundle; for services only")
            .WithTags("Export")
            .AboutNamed("subject")
            .ForServicesOnly();

    private static async Task<ContentHttpResult> HandleAsync(
        Guid subject, IEnumerable<IExportedPart> parts, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(FhirR4.ToText(FhirR4.Collection(await parts.OfAsync(subject, ct), clock.GetUtcNow())), FhirR4.MediaType);
    }

    /// <summary>What all features of this service know about a person.</summary>
    public static async Task<IReadOnlyList<Resource>> OfAsync(this IEnumerable<IExportedPart> parts, Guid subject, CancellationToken ct)
    {
        var resources = new List<Resource>();
        foreach (var part in parts)
        {
            await foreach (var resource in part.OfAsync(subject, ct))
            {
                resources.Add(resource);
            }
        }
        return resources;
    }
}
