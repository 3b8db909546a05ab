using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journease.Testing;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

public sealed partial class PlatformDocumentTests
{
    [Fact]
    public async Task Two_services_that_use_one_name_for_two_things_both_keep_theirs()
    {
        await using var intake = await Upstream.StartAsync(http => http.Response.WriteAsync(Document("/intake/v1/things", "integer")));
        await using var content = await Upstream.StartAsync(http => http.Response.WriteAsync(Document("/content/v1/things", "string")));
        await using var gateway = GatewayHost.Start(
            ("intake", [intake.Address]), ("content", [content.Address]), ("scheduling", [GatewayHost.NobodyThere()]),
            ("community-groups", [GatewayHost.NobodyThere()]), ("notifications", [GatewayHost.NobodyThere()]));

        var merged = await gateway.CreateClient().GetAsync(new Uri("/openapi.json", UriKind.Relative), Ct).ReadAsync<JsonElement>();

        Assert.StartsWith("3.1", merged.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = merged.GetProperty("paths");
        var schemas = merged.GetProperty("components").GetProperty("schemas");
        Assert.Equal("integer", SchemaOf(paths.GetProperty("/intake/v1/things"), schemas).GetProperty("type").GetString());
        Assert.Equal("string", SchemaOf(paths.GetProperty("/content/v1/things"), schemas).GetProperty("type").GetString());
        Assert.Equal(["ContentThing", "Shared", "Thing"], schemas.EnumerateObject().Select(schema => schema.Name).Order());
        var operations = paths.EnumerateObject().Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()).ToList();
        Assert.Equal(operations.Count, operations.Distinct().Count());
        Assert.Equal(
            ["community-groups", "notifications", "scheduling"],
            merged.GetProperty("x-missing-services").EnumerateArray().Select(service => service.GetString()).Order());
        Assert.Contains("scheduling", merged.GetProperty("info").GetProperty("description").GetString(), StringComparison.Ordinal);
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
