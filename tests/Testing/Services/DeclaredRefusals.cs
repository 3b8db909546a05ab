using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Journease.Testing.Services;

/// <summary>
/// Holds what a service refuses with, while its tests run, against what its operations say in <c>docs/openapi</c>: every code
/// that anybody gets is one that a client's author could read about.
/// </summary>
internal sealed partial class DeclaredRefusals
{
    private const string Prefix = "urn:journease:problem:";

    // The services whose every act says how it refuses; the others' acts say it where it is known.
    private static readonly string[] Whole = ["/content/", "/groups/", "/intake/"];

    // What may happen to any request, whatever it asks for.
    private static readonly HashSet<string> Anywhere = ["not-through-the-gateway", "unexpected", "unavailable", "too-many-requests", "method-not-allowed"];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Declared = new(Read);

    private readonly ConcurrentDictionary<string, int> undeclared = new();

    public void Note(HttpContext http, string? type)
    {
        // An exception has taken the endpoint away.
        var endpoint = http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint();
        if (endpoint is RouteEndpoint { RoutePattern.RawText: { } route } && type?.StartsWith(Prefix, StringComparison.Ordinal) == true
            && Array.Exists(Whole, prefix => route.StartsWith(prefix, StringComparison.Ordinal))
            && !Anywhere.Contains(type[Prefix.Length..])
            && Declared.Value.TryGetValue(Operation(http.Request.Method, route), out var codes) && !codes.Contains(type[Prefix.Length..]))
        {
            undeclared.TryAdd($"{endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName} with {type[Prefix.Length..]}", 0);
        }
    }

    public void Hold() => Assert.True(undeclared.IsEmpty,
        $"Refused, and the operation's description does not say so; add .Refuses(...) to the endpoint: {string.Join(", ", undeclared.Keys.Order())}.");

    private static Dictionary<string, HashSet<string>> Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Journease.Platform.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }
        var documents = Directory.EnumerateFiles(Path.Combine(root.FullName, "docs", "openapi"), "*.json").Select(file => (JsonObject)JsonNode.Parse(File.ReadAllText(file))!);
        return (
            from document in documents
            from path in (JsonObject)document["paths"]!
            from operation in (JsonObject)path.Value!
            where operation.Value is JsonObject
            select (Key: Operation(operation.Key, path.Key), Codes: Codes(document, operation.Value))).ToDictionary(one => one.Key, one => one.Codes);
    }

    private static HashSet<string> Codes(JsonObject document, JsonNode operation) =>
    [
        .. from answer in (JsonObject)operation["responses"]!
           let said = answer.Value!["$ref"]?.ToString().Split('/')[^1] is { } shared ? document["components"]!["responses"]![shared]! : answer.Value
           from example in said["content"]?["application/problem+json"]?["examples"] as JsonObject ?? []
           select example.Key,
    ];

    private static string Operation(string method, string route) => $"{method.ToUpperInvariant()} {Constraint().Replace(route, "").TrimEnd('/')}";

    [GeneratedRegex(":[^}]+")]
    private static partial Regex Constraint();
}
