using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Journease.Gateway.OpenApi;
using Journease.Testing;
using Journease.Testing.Authorization;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

/// <summary>Every operation of the platform's document, asked for through the gateway: who must not get to a service does not get there.</summary>
public sealed class EveryOperationTests(EveryServiceGateway platform) : IClassFixture<EveryServiceGateway>
{
    private static readonly JsonObject Paths = (JsonObject)JsonNode.Parse(new PlatformDocument().Json)!["paths"]!;

    public static IEnumerable<TheoryDataRow<string, string>> Operations() =>
        from path in Paths
        from operation in (JsonObject)path.Value!
        where operation.Value is JsonObject
        select new TheoryDataRow<string, string>(operation.Key.ToUpperInvariant(), path.Key);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Who_shows_what_is_not_good_does_not_reach_the_service(string method, string path)
    {
        var (account, claims) = (Guid.CreateVersion7(), new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString(), ["role"] = new[] { "client" } });
        var good = TestTokens.For(account, "intake", "client");
        string[] bad =
        [
            PersonaTokens.Tampered(good),
            TestTokens.Create(claims, "intake", expires: DateTime.UtcNow.AddMinutes(-5)),
            TestTokens.Create(claims, "another-service"),
            $"{Convert.ToBase64String("{\"alg\":\"none\",\"typ\":\"at+jwt\"}"u8).TrimEnd('=')}.{good.Split('.')[1]}.",
        ];

        foreach (var token in bad)
        {
            await SendAsync(method, path, token, arrives: false).ProblemAsync(401, "not-signed-in");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Who_shows_nothing_reaches_what_is_for_anybody_and_nothing_else(string method, string path)
    {
        var operation = Paths[path]![method.ToLowerInvariant()]!;
        if (operation["security"] is null)
        {
            await SendAsync(method, path, token: null, arrives: true).ExpectAsync(HttpStatusCode.OK);
        }
        else
        {
            await SendAsync(method, path, token: null, arrives: false).ProblemAsync(401, "not-signed-in");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Who_shows_a_good_token_reaches_the_service_which_decides(string method, string path) =>
        await SendAsync(method, path, TestTokens.For(Guid.CreateVersion7(), "intake", "client"), arrives: true).ExpectAsync(HttpStatusCode.OK);

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? token, bool arrives)
    {
        using var client = platform.Gateway.CreateClient();
        var address = Fill(method, path);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        // Each address is asked for once: what arrived there came from this request.
        var arrived = platform.Services.Received.Count(received => received.Method == method && received.Address == address);
        Assert.Equal(arrives ? 1 : 0, arrived);
        return answer;
    }

    private static string Fill(string method, string path)
    {
        foreach (var parameter in Paths[path]![method.ToLowerInvariant()]!["parameters"] as JsonArray ?? [])
        {
            path = path.Replace($"{{{parameter!["name"]}}}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
        }
        return $"{path}?asked={Guid.CreateVersion7()}";
    }
}

/// <summary>The gateway with one recorder behind it that answers for every service.</summary>
public sealed class EveryServiceGateway : IAsyncLifetime
{
    private static readonly string[] Names = ["community-groups", "content", "identity", "intake", "notifications", "scheduling"];

    private static readonly string[] Limits =
        ["Person", "Address", "SignIn", "Token", "Registration", "Account", "Inquiry", "Booking", "Search"];

    public GatewayHost Gateway { get; private set; } = null!;

    public Upstream Services { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Services = await Upstream.StartAsync(http => http.Response.WriteAsync("reached"));
        Gateway = GatewayHost.StartWith(
            Limits.ToDictionary(limit => "Limits:" + limit, _ => "100000"), [.. Names.Select(name => (name, new[] { Services.Address }))]);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Services.DisposeAsync();
    }
}
