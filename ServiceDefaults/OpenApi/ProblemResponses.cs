using System.Text.Json.Nodes;
using Journease.ServiceDefaults.Errors;
using Microsoft.OpenApi;

namespace Journease.ServiceDefaults.OpenApi;

/// <summary>How a refusal looks in the document: one problem document, and one example for each code that it can carry.</summary>
internal static class ProblemResponses
{
    private const string MediaType = "application/problem+json";
    private const string SchemaId = "Problem";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    public static IOpenApiResponse Of(IReadOnlyList<ProblemType> problems, OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSchema>(SchemaId, Schema());
        if (problems is not [var single] || CommonProblems.ForStatus(single.Status) != single)
        {
            return Response(problems, document);
        }
        // The same everywhere: said once.
        document.AddComponent(single.Code, Response(problems, document));
        return new OpenApiResponseReference(single.Code, document);
    }

    private static OpenApiResponse Response(IReadOnlyList<ProblemType> problems, OpenApiDocument document) => new()
    {
        Description = string.Join(' ', problems.Select(problem => problem.Title)),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(SchemaId, document),
                Examples = problems.ToDictionary(problem => problem.Code, IOpenApiExample (problem) => new OpenApiExample { Value = Example(problem) }),
            },
        },
    };

    private static JsonObject Example(ProblemType problem)
    {
        var example = new JsonObject { ["type"] = problem.Uri, ["title"] = problem.Title, ["status"] = problem.Status, ["traceId"] = TraceId };
        if (problem == CommonProblems.Invalid)
        {
            example["errors"] = new JsonObject { ["field"] = new JsonArray("This field is required.") };
        }
        return example;
    }

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A problem document (RFC 9457). Switch on its type; title and detail may be shown.",
        Required = new HashSet<string> { "type", "title", "status", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "For each field, what is wrong with it.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };
}
