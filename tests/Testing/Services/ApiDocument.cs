using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Journease.Testing.Services;

/// <summary>
/// The OpenAPI document of a service, held equal to <c>docs/openapi/{name}.json</c>, from which the gateway knows what to let
/// through; and what each operation in it must say.
/// </summary>
public static class ApiDocument
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    public static async Task HoldAsync(IServiceProvider services, HttpClient client, string prefix, string name)
    {
        var document = (JsonObject)(await client.GetAsync($"{prefix}/openapi.json").ReadAsync<JsonNode>());
        HoldRules(document);
        HoldExamples(services, document);
        HoldEqual(document.ToJsonString(Readable) + "\n", name);
    }

    private static void HoldRules(JsonObject document)
    {
        var responses = document["components"]!["responses"] as JsonObject ?? [];
        foreach (var (place, operation) in Operations(document))
        {
            Assert.True(operation["summary"] is not null, $"{place} has no summary");
            Assert.True(operation["operationId"] is not null, $"{place} has no name");
            var answers = (JsonObject)operation["responses"]!;
            Assert.True(answers.ContainsKey("401") == operation["security"] is JsonArray, $"{place} does not say whether one signs in for it");
            Assert.True(answers.Any(answer => answer.Key[0] == '2'), $"{place} does not say how it answers");
            foreach (var (status, answer) in answers)
            {
                var said = answer!["$ref"]?.ToString().Split('/')[^1] is { } reference ? responses[reference]! : answer;
                foreach (var (kind, content) in said["content"] as JsonObject ?? [])
                {
                    Assert.True(content!["example"] is not null || content["examples"] is not null, $"{place} has no example of {status} {kind}");
                    Assert.True(status[0] == '2' || kind == "application/problem+json", $"{place} refuses with {kind}");
                }
            }
            foreach (var required in new[] { "429", "503" })
            {
                Assert.True(answers.ContainsKey(required), $"{place} does not say that it may answer {required}");
            }
        }
    }

    // What an example says is read by the service itself, as strictly as it reads requests.
    private static void HoldExamples(IServiceProvider services, JsonObject document)
    {
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var endpoints = services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null)
            .ToDictionary(endpoint => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName);
        foreach (var (place, operation) in Operations(document))
        {
            var id = operation["operationId"]!.ToString();
            var metadata = (endpoints.GetValueOrDefault(id) ?? endpoints.First(endpoint => id.EndsWith(endpoint.Key, StringComparison.Ordinal)).Value).Metadata;
            Read(operation["requestBody"], metadata.GetMetadata<IAcceptsMetadata>()?.RequestType, $"the request of {place}");
            foreach (var produces in metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(one => one.StatusCode is >= 200 and < 300))
            {
                Read(operation["responses"]![$"{produces.StatusCode}"], produces.Type, $"the answer {produces.StatusCode} of {place}");
            }
        }

        void Read(JsonNode? said, Type? type, string what)
        {
            if (type is null || said?["content"]?["application/json"]?["example"] is not { } example)
            {
                return;
            }
            try
            {
                Assert.NotNull(example.Deserialize(type, json));
            }
            catch (JsonException e)
            {
                Assert.Fail($"The example of {what} is not one: {e.Message}");
            }
        }
    }

    private static void HoldEqual(string received, string name)
    {
        var approved = Path.Combine(Root(), "docs", "openapi", name + ".json");
        var place = Path.Combine(Root(), "artifacts", "openapi", name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Delete(place); // or an old one would be copied
        if (!File.Exists(approved) || File.ReadAllText(approved) != received)
        {
            File.WriteAllText(place, received);
            Assert.Fail($"The API is no longer what docs/openapi/{name}.json says. Look at the difference, and if it is meant: cp artifacts/openapi/{name}.json docs/openapi/");
        }
    }

    private static IEnumerable<(string Place, JsonNode Operation)> Operations(JsonObject document) =>
        from path in (JsonObject)document["paths"]!
        from operation in (JsonObject)path.Value!
        where operation.Value is JsonObject
        select ($"{operation.Key} {path.Key}", operation.Value);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Journease.Platform.sln")))
        {
            directory = directory.Parent!;
        }
        return directory.FullName;
    }
}
