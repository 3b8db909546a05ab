using System.Text.Json.Nodes;

namespace Journease.Gateway.Routes;

/// <summary>One thing that a service says it does, in its document in <c>docs/openapi</c>, which is built into the gateway.</summary>
/// <param name="Service">The service's name in service discovery.</param>
/// <param name="Id">The name of the act, unique over the platform.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route template; an id in it must look like one.</param>
/// <param name="ForAnybody">Whether one need not sign in for it.</param>
/// <param name="IsStream">Whether its answer stays open: server-sent events.</param>
internal sealed record DeclaredOperation(string Service, string Id, string Method, string Path, bool ForAnybody, bool IsStream)
{
    private const string Resource = "openapi/";

    /// <summary>The documents of all services, read from this assembly.</summary>
    public static IEnumerable<(string Service, JsonObject Document)> Documents()
    {
        var assembly = typeof(DeclaredOperation).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return (name[Resource.Length..], (JsonObject)JsonNode.Parse(stream)!);
        }
    }

    public static IEnumerable<DeclaredOperation> All() =>
        from part in Documents()
        from path in (JsonObject)part.Document["paths"]!
        from operation in (JsonObject)path.Value!
        where operation.Value is JsonObject
        select new DeclaredOperation(
            part.Service,
            operation.Value["operationId"]!.ToString(),
            operation.Key.ToUpperInvariant(),
            Template(path.Key, operation.Value),
            operation.Value["security"] is null,
            operation.Value["responses"]?["200"]?["content"]?["text/event-stream"] is not null);

    private static string Template(string path, JsonNode operation)
    {
        foreach (var parameter in operation["parameters"] as JsonArray ?? [])
        {
            if (parameter?["in"]?.ToString() == "path" && parameter["schema"]?["format"]?.ToString() == "uuid")
            {
                path = path.Replace($"{{{parameter["name"]}}}", $"{{{parameter["name"]}:guid}}", StringComparison.Ordinal);
            }
        }
        return path;
    }
}
