using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Journease.ServiceDefaults.OpenApi;

/// <summary>Gives each request and each successful answer of a document an example, made from the one place that says its form: the schema.</summary>
internal static class DocumentExamples
{
    private const int Deepest = 8;
    private const string Id = "01939a5e-7c1e-7b3a-9d1f-2f6c8a4b5d60";

    public static void Complete(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value))
        {
            Complete(operation.RequestBody?.Content);
            foreach (var (_, response) in (operation.Responses ?? []).Where(response => response.Key[0] == '2'))
            {
                Complete(response.Content);
            }
        }
    }

    private static void Complete(IDictionary<string, OpenApiMediaType>? content)
    {
        foreach (var media in (content?.Values ?? []).OfType<OpenApiMediaType>().Where(media => media.Example is null && media.Schema is not null))
        {
            media.Example = Of(media.Schema!, "", 0);
        }
    }

    private static JsonNode? Of(IOpenApiSchema schema, string name, int depth)
    {
        if (schema.Enum is { Count: > 0 } values)
        {
            return values[0].DeepClone();
        }
        if ((schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(one => one.Type != JsonSchemaType.Null) is { } first)
        {
            return Of(first, name, depth);
        }
        return schema.Type switch
        {
            _ when schema.Properties is { Count: > 0 } properties => Object(properties, depth),
            { } type when type.HasFlag(JsonSchemaType.Array) => depth > Deepest || schema.Items is null ? [] : new JsonArray(Of(schema.Items, Singular(name), depth + 1)),
            { } type when type.HasFlag(JsonSchemaType.Boolean) => true,
            { } type when type.HasFlag(JsonSchemaType.Integer) => int.TryParse(schema.Minimum, out var least) ? least : 1,
            { } type when type.HasFlag(JsonSchemaType.Number) => 1.5,
            { } type when type.HasFlag(JsonSchemaType.String) => Text(schema, name),
            { } type when type.HasFlag(JsonSchemaType.Object) => Map(schema, depth),
            _ => 1, // any JSON will do
        };
    }

    private static JsonObject Object(IDictionary<string, IOpenApiSchema> properties, int depth)
    {
        var example = new JsonObject();
        foreach (var (name, property) in properties.Where(_ => depth <= Deepest))
        {
            example[name] = Of(property, name, depth + 1);
        }
        return example;
    }

    private static JsonObject Map(IOpenApiSchema schema, int depth) =>
        schema.AdditionalProperties is { } value && depth <= Deepest ? new() { ["example"] = Of(value, "", depth + 1) } : [];

    private static string Text(IOpenApiSchema schema, string name) => schema.Format switch
    {
        "uuid" => Id,
        "date-time" => "2026-12-01T15:00:00Z",
        "date" => "2026-12-01",
        "time" => "09:00:00",
        "uri" => "https://journease.example",
        "email" => "sam@journease.example",
        _ => ExampleWords.For(name, schema.MinLength ?? 0, schema.MaxLength ?? int.MaxValue),
    };

    private static string Singular(string name) => name.EndsWith('s') ? name[..^1] : name;
}
