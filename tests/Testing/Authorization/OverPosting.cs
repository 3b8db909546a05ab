using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Journease.Testing.Authorization;

/// <summary>
/// Bodies with something added that is not the caller's to set, at every depth: what the service decides, such as ids, states
/// and times, what would make somebody more than they are, and what nobody knows.
/// </summary>
internal sealed class OverPosting(IServiceProvider services)
{
    private static readonly string[] Added =
    [
        "id", "clientId", "subjectId", "ownerId", "authorId", "createdBy", "role", "roles", "isAdministrator", "permissions",
        "status", "state", "version", "createdAt", "publishedAt", "decidedBy", "grade", "score", "__proto__", "somethingElse",
    ];

    private readonly JsonSerializerOptions json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    /// <summary>The added field, and the body with it. Fields that the act does take are left out: those are its own business.</summary>
    public IEnumerable<(string Field, string Body)> VariantsOf(MatrixRow row, string body)
    {
        if (RequestType(row.Endpoint) is not { } type)
        {
            yield break;
        }
        var places = PlacesIn(JsonNode.Parse(body)!, json.GetTypeInfo(type)).Count;
        for (var place = 0; place < places; place++)
        {
            foreach (var field in Added)
            {
                var changed = JsonNode.Parse(body)!;
                var (thing, form) = PlacesIn(changed, json.GetTypeInfo(type))[place];
                if (!form.Properties.Any(property => string.Equals(property.Name, field, StringComparison.OrdinalIgnoreCase)))
                {
                    thing[field] = Value(field);
                    yield return (field, changed.ToJsonString());
                }
            }
        }
    }

    private static JsonNode? Value(string field) => field switch
    {
        "roles" or "permissions" => new JsonArray("administrator"),
        "role" => "administrator",
        "isAdministrator" => true,
        "version" or "score" or "grade" => 99,
        _ when field.EndsWith("At", StringComparison.Ordinal) => "2020-01-01T00:00:00Z",
        _ => Guid.CreateVersion7().ToString(),
    };

    private Type? RequestType(string endpoint) => services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .FirstOrDefault(one => one.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == endpoint)
        ?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    // Each object in the body with what the act reads there. Maps are open by nature.
    private List<(JsonObject Thing, JsonTypeInfo Form)> PlacesIn(JsonNode node, JsonTypeInfo form)
    {
        var places = new List<(JsonObject, JsonTypeInfo)>();
        if (node is JsonObject thing && form.Kind == JsonTypeInfoKind.Object)
        {
            places.Add((thing, form));
            foreach (var property in form.Properties.Where(property => thing[property.Name] is JsonObject or JsonArray))
            {
                places.AddRange(PlacesIn(thing[property.Name]!, json.GetTypeInfo(property.PropertyType)));
            }
        }
        else if (node is JsonArray list && form.ElementType is { } element)
        {
            places.AddRange(list.OfType<JsonNode>().SelectMany(item => PlacesIn(item, json.GetTypeInfo(element))));
        }
        return places;
    }
}
