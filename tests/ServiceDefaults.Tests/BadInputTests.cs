using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journease.ServiceDefaults.Tests.Notes;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.IdentityModel.Tokens;

namespace Journease.ServiceDefaults.Tests;

[Trait("Needs", "servers")]
public sealed class BadInputTests(NotesService service) : IClassFixture<NotesService>
{
    [Theory]
    [InlineData("{", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("", "body")]
    [InlineData("{}", "text,priority")]
    [InlineData("""{"text":"canary-value"}""", "priority")]
    [InlineData("""{"text":null,"priority":1}""", "text")]
    [InlineData("""{"text":"canary-value","priority":"canary-value"}""", "priority")]
    [InlineData("""{"text":["canary-value"],"priority":1}""", "text")]
    [InlineData("""{"text":"canary-value","priority":1,"canaryField":1}""", "canaryField")]
    [InlineData("""{"text":"canary-value","priority":1,"topic":"canary-value"}""", "topic")]
    public async Task What_is_wrong_in_a_body_is_named_by_its_field_and_never_repeated(string body, string fields)
    {
        using var request = Post("/notes/v1/notes", body);
        request.Headers.Accept.ParseAdd("text/html");

        var answer = await service.ClientFor(Guid.CreateVersion7()).SendAsync(request, Ct);

        var problem = await answer.ProblemAsync(400, "invalid");
        Assert.Equal(fields.Split(',').Order(), problem.Errors.Keys.Order());
        Assert.NotNull(problem.TraceId);
        Assert.DoesNotContain("canary-value", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("canary-value", service.Log.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await service.CountAsync("canary-value"));
    }

    [Fact]
    public async Task An_unexpected_error_tells_a_trace_id_and_nothing_else()
    {
        using var request = Post("/notes/v1/failures", """{"text":"canary-secret","priority":1}""");

        var answer = await service.Anonymous.SendAsync(request, Ct);

        var problem = await answer.ProblemAsync(500, "unexpected");
        Assert.Null(problem.Detail);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(["status", "title", "traceId", "type"], body.RootElement.EnumerateObject().Select(member => member.Name).Order());
        Assert.DoesNotContain("canary-secret", service.Log.ToString(), StringComparison.Ordinal);
        Assert.Contains("/notes/v1/failures", service.Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/notes/v1/nothing", 404, "not-found")]
    [InlineData("DELETE", "/notes/v1/failures", 405, "method-not-allowed")]
    [InlineData("POST", "/notes/v1/notes", 401, "not-signed-in")]
    public async Task Every_refusal_is_a_problem_document_also_for_a_browser(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");

        using var client = status == 401 ? service.Anonymous : service.ClientFor(Guid.CreateVersion7());
        Assert.NotNull((await client.SendAsync(request, Ct).ProblemAsync(status, code)).TraceId);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("GET", "/notes/v1/nothing", 404, "not-found")]
    [InlineData("DELETE", "/notes/v1/failures", 405, "method-not-allowed")]
    [InlineData("POST", "/notes/v1/failures", 415, "unsupported-media-type")]
    public async Task Nobody_is_sent_to_sign_in_where_that_would_not_help(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method == "POST")
        {
            request.Content = new StringContent("text", Encoding.UTF8, "text/plain");
        }

        await service.Anonymous.SendAsync(request, Ct).ProblemAsync(status, code);
    }

    public static TheoryData<string> BadTokens()
    {
        var claims = new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString() };
        var parts = TestTokens.Create(claims, "notes").Split('.');
        return
        [
            TestTokens.Create(claims, "intake"),
            TestTokens.Create(claims, "notes", expires: DateTime.UtcNow.AddMinutes(-2)),
            TestTokens.Create(claims, "notes", issuer: "https://elsewhere.test/identity"),
            TestTokens.Create(claims, "notes", type: "JWT"),
            TestTokens.Create(claims, "notes", key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }),
            $"{parts[0]}.{Base64UrlEncoder.Encode("""{"sub":"somebody","aud":"notes"}""")}.{parts[2]}",
            $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
        ];
    }

    [Theory]
    [MemberData(nameof(BadTokens), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_token_opens_nothing(string token)
    {
        await service.WithToken(token).PostOnceAsync("/notes/v1/notes", new { text = "x", priority = 1 }).ProblemAsync(401, "not-signed-in");
    }

    [Fact]
    public async Task Health_says_one_word()
    {
        foreach (var address in new[] { "/health", "/alive" })
        {
            var answer = await service.Anonymous.GetAsync(new Uri(address, UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);
            Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    [Fact]
    public async Task The_api_describes_itself_as_openapi_3_1()
    {
        var document = await service.Anonymous.GetAsync(new Uri("/notes/v1/openapi.json", UriKind.Relative), Ct).ReadAsync<JsonElement>();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty("NotesEndpointsNewNote", out _));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static HttpRequestMessage Post(string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return request;
    }
}
