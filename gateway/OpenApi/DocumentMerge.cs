using System.Text.Json.Nodes;

namespace Journease.Gateway.OpenApi;

/// <summary>Makes one OpenAPI document of several. Two services may use one name for two things: then the later one gets its service's name in front.</summary>
internal sealed class DocumentMerge
{
    private readonly JsonObject paths = [];
    private readonly JsonObject components = [];
    private readonly JsonArray tags = [];
    private readonly HashSet<string> operationIds = [];

    public void Add(string service, JsonObject part)
    {
        var name = Pascal(service);
        var renamed = Renamings(name, part);
        Rewrite(part, renamed);
        foreach (var (section, group) in Children(part["components"]))
        {
            var target = (JsonObject)(components[section] ??= new JsonObject());
            foreach (var (id, definition) in Children(group))
            {
                target[renamed.GetValueOrDefault($"#/components/{section}/{id}")?.Split('/')[^1] ?? id] = definition?.DeepClone();
            }
        }
        foreach (var (path, operations) in Children(part["paths"]))
        {
            KeepOperationIdsUnique(name, operations);
            paths[path] = operations?.DeepClone();
        }
        foreach (var tag in part["tags"] as JsonArray ?? [])
        {
            if (!tags.Any(known => JsonNode.DeepEquals(known?["name"], tag?["name"])))
            {
                tags.Add(tag?.DeepClone());
            }
        }
    }

    public JsonObject Result() => new()
    {
        ["openapi"] = "3.1.1",
        ["info"] = new JsonObject
        {
            ["title"] = "Journease Platform",
            ["version"] = "1",
            ["description"] = "Everything that the portal and the apps use. Signing in is OpenID Connect: /identity/.well-known/openid-configuration.",
        },
        ["paths"] = paths,
        ["components"] = components,
        ["tags"] = tags,
    };

    private Dictionary<string, string> Renamings(string service, JsonObject part)
    {
        var renamed = new Dictionary<string, string>();
        foreach (var (section, group) in Children(part["components"]))
        {
            foreach (var (id, definition) in Children(group))
            {
                if (components[section]?[id] is { } known && !JsonNode.DeepEquals(known, definition))
                {
                    renamed[$"#/components/{section}/{id}"] = $"#/components/{section}/{service}{id}";
                }
            }
        }
        return renamed;
    }

    private static void Rewrite(JsonNode? node, Dictionary<string, string> renamed)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Rewrite(item, renamed);
            }
        }
        if (node is not JsonObject thing || renamed.Count == 0)
        {
            return;
        }
        if (thing["$ref"] is JsonValue reference && renamed.TryGetValue(reference.ToString(), out var now))
        {
            thing["$ref"] = now;
        }
        foreach (var (_, child) in thing)
        {
            Rewrite(child, renamed);
        }
    }

    private void KeepOperationIdsUnique(string service, JsonNode? operations)
    {
        foreach (var (_, operation) in Children(operations))
        {
            if (operation is JsonObject && operation["operationId"]?.ToString() is { } id && !operationIds.Add(id))
            {
                operation["operationId"] = service + id;
                operationIds.Add(service + id);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Children(JsonNode? node) => node as JsonObject ?? [];

    private static string Pascal(string service) =>
        string.Concat(service.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
