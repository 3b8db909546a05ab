using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Journease.Gateway.OpenApi;
using Journease.Testing;
using Microsoft.OpenApi;

namespace Journease.Gateway.Tests;

public sealed partial class PlatformDocumentTests
{
    [Fact]
    public async Task The_document_of_the_platform_is_valid_and_names_each_operation_once()
    {
        await using var gateway = GatewayHost.Start();

        var json = await gateway.CreateClient().GetStringAsync(new Uri("/openapi.json", UriKind.Relative), Ct);
        var (document, diagnostic) = OpenApiDocument.Parse(json, "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic!.SpecificationVersion);
        Assert.Empty(diagnostic.Errors.Select(error => error.ToString()));
        var operations = document!.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(operations, operation => Assert.NotNull(operation.Summary));
        foreach (var prefix in new[] { "/intake/v1", "/scheduling/v1", "/content/v1", "/groups/v1", "/notifications/v1" })
        {
            Assert.Contains(document.Paths.Keys, path => path.StartsWith(prefix, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Two_services_that_use_one_name_for_two_things_both_keep_theirs()
    {
        var merge = new DocumentMerge();
        merge.Add("intake", (JsonObject)JsonNode.Parse(Document("/intake/v1/things", "integer"))!);
        merge.Add("content", (JsonObject)JsonNode.Parse(Document("/content/v1/things", "string"))!);

        var merged = JsonSerializer.SerializeToElement(merge.Result());

        var paths = merged.GetProperty("paths");
        var schemas = merged.GetProperty("components").GetProperty("schemas");
        Assert.Equal("integer", SchemaOf(paths.GetProperty("/intake/v1/things"), schemas).GetProperty("type").GetString());
        Assert.Equal("string", SchemaOf(paths.GetProperty("/content/v1/things"), schemas).GetProperty("type").GetString());
        Assert.Equal(["ContentThing", "Shared", "Thing"], schemas.EnumerateObject().Select(schema => schema.Name).Order());
        var operations = paths.EnumerateObject().Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()).ToList();
        Assert.Equal(operations.Count, operations.Distinct().Count());
    }

    [Fact]
    public async Task The_page_to_browse_it_loads_nothing_from_anywhere_else()
    {
        await using var gateway = GatewayHost.Start();
        using var client = gateway.CreateClient();

        var page = await client.GetAsync(new Uri("/docs/", UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);

        var html = await page.Content.ReadAsStringAsync(Ct);
        Assert.Contains("\"url\":\"openapi.json\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Foreign(), html);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var scripts = ScriptSource().Matches(html).Select(script => script.Groups[1].Value).ToList();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            await client.GetAsync(new Uri(new Uri(client.BaseAddress!, "/docs/"), script), Ct).ExpectAsync(HttpStatusCode.OK);
        }
    }

    private static JsonElement SchemaOf(JsonElement path, JsonElement schemas)
    {
        var reference = path.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("$ref").GetString()!;
        return schemas.GetProperty(reference.Split('/')[^1]);
    }

    private static string Document(string path, string type) => $$"""
        {
          "openapi": "3.1.1",
          "info": { "title": "One", "version": "1" },
          "paths": { "{{path}}": { "get": { "operationId": "ListThings", "responses": { "200": { "$ref": "#/components/schemas/Thing" } } } } },
          "components": { "schemas": { "Thing": { "type": "{{type}}" }, "Shared": { "type": "boolean" } } }
        }
        """;

    [GeneratedRegex("""(?:src|href)=["'](?:https?:)?//""")]
    private static partial Regex Foreign();

    [GeneratedRegex("""<script[^>]* src=["']([^"']+)["']""")]
    private static partial Regex ScriptSource();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
