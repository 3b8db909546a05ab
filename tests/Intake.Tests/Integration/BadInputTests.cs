using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class BadInputTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    private const string Inquiries = "/intake/v1/inquiries";
    private const string Canary = "canary-7f3a-do-not-repeat";

    [Fact]
    public void Every_endpoint_says_what_it_is_who_may_use_it_and_how_it_writes() => EndpointRules.Hold(intake.Services, "/intake/v1");

    [Fact]
    public Task Every_column_has_its_class() => intake.EveryColumnHasItsClassAsync();

    [Theory]
    [InlineData("", "body")]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("null", "body")]
    [InlineData("""{"name":"A","message":"B","contactWay":"email"}""", "contact")]
    [InlineData("""{"name":"A","message":"B","contactWay":"pigeon","contact":"C"}""", "contactWay")]
    [InlineData("""{"name":"A","message":"B","contactWay":1,"contact":"C"}""", "contactWay")]
    [InlineData("""{"name":null,"message":"B","contactWay":"email","contact":"C"}""", "name")]
    [InlineData("""{"name":{},"message":"B","contactWay":"email","contact":"C"}""", "name")]
    [InlineData("""{"name":"A","message":"B","contactWay":"email","contact":"C","role":"administrator"}""", "role")]
    [InlineData("""{"name":"   ","message":"B","contactWay":"email","contact":"C"}""", "name")]
    [InlineData("""{"name":"A","message":"B\u0000C","contactWay":"email","contact":"C"}""", "message")]
    [InlineData("""{"name":"A","message":"B","contactWay":"email","contact":"C","safeToLeaveMessage":"yes"}""", "safeToLeaveMessage")]
    public async Task A_body_that_is_not_as_described_is_refused_with_its_field(string body, string? field)
    {
        var problem = await PostRawAsync(body).ProblemAsync(400, "invalid");

        if (field is not null)
        {
            Assert.Equal([field], problem.Errors.Keys);
        }
    }

    [Theory]
    [InlineData("name", 301)]
    [InlineData("message", 5001)]
    [InlineData("contact", 321)]
    public async Task Text_that_is_too_long_is_refused_with_its_field_and_nothing_is_kept(string field, int length)
    {
        var before = await CountAsync();
        var inquiry = new Dictionary<string, string> { ["name"] = "A", ["message"] = "B", ["contactWay"] = "email", ["contact"] = "C" };
        inquiry[field] = new string('x', length);

        var problem = await intake.Anonymous.PostOnceAsync(Inquiries, inquiry).ProblemAsync(400, "invalid");

        Assert.Equal([field], problem.Errors.Keys);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Writes_without_a_key_and_bodies_that_are_not_json_are_refused()
    {
        var ct = TestContext.Current.CancellationToken;
        using var json = new StringContent("""{"name":"A","message":"B","contactWay":"email","contact":"C"}""", null, "application/json");
        using var text = new StringContent("hello", null, "text/plain");
        text.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        var problem = await intake.Anonymous.PostAsync(Inquiries, json, ct).ProblemAsync(400, "invalid");
        Assert.Contains("Key", Assert.Single(problem.Errors.Keys), StringComparison.OrdinalIgnoreCase);
        using var request = new HttpRequestMessage(HttpMethod.Post, Inquiries) { Content = text };
        request.Headers.Add("Idempotency-Key", "k1");
        await intake.Coordinator.SendAsync(request, ct).ProblemAsync(415, "unsupported-media-type");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("after=first")]
    [InlineData("answered=perhaps")]
    public async Task A_page_that_does_not_exist_is_refused(string query) =>
        await intake.Coordinator.GetAsync($"{Inquiries}?{query}", TestContext.Current.CancellationToken).ProblemAsync(400, "invalid");

    [Fact]
    public async Task An_expired_or_foreign_token_opens_nothing()
    {
        var claims = new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString(), ["role"] = "coordinator" };
        string[] tokens =
        [
            TestTokens.Create(claims, "intake", expires: DateTime.UtcNow.AddMinutes(-5)),
            TestTokens.Create(claims, "scheduling"),
            TestTokens.Create(claims, "intake", issuer: "https://elsewhere.test/identity"),
            "not-a-token",
        ];

        foreach (var token in tokens)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Inquiries);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            await intake.Anonymous.SendAsync(request, TestContext.Current.CancellationToken).ProblemAsync(401);
        }
    }

    [Fact]
    public async Task Nothing_of_a_body_is_logged_or_repeated_whether_it_is_kept_or_refused()
    {
        var client = intake.NewClient();
        await intake.Anonymous.PostOnceAsync(Inquiries, new { name = Canary, message = Canary, contactWay = "email", contact = Canary }).ExpectAsync(HttpStatusCode.Created);
        var refused = await PostRawAsync($$"""{"name":"{{Canary}}","message":"{{Canary}}","contactWay":"{{Canary}}","contact":"{{Canary}}"}""");
        var unread = await PostRawAsync($$"""{"name":"{{Canary}}""");
        var (_, reviewId) = await intake.ClientInReviewAsync(item9: 2);
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", new { version = 0, decision = Canary, reasons = Canary });

        Assert.DoesNotContain(Canary, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await unread.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEmpty(intake.Log.Lines);
        Assert.DoesNotContain(Canary, intake.Log.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Every_naughty_string_is_kept_and_returned_exactly_or_refused_as_empty()
    {
        var file = SharedInputs.File("blns.json");
        Assert.SkipWhen(file is null, "The list of naughty strings is not on this machine.");
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(file!, TestContext.Current.CancellationToken))!;

        foreach (var naughty in strings)
        {
            var answer = await intake.Anonymous.PostOnceAsync(Inquiries, new { name = naughty, message = naughty, contactWay = "email", contact = naughty });
            if (string.IsNullOrWhiteSpace(naughty))
            {
                var problem = await answer.ProblemAsync(400, "invalid");
                Assert.Equal(["contact", "message", "name"], problem.Errors.Keys.Order());
                continue;
            }

            var id = (await answer.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("inquiryId").GetGuid();
            await intake.Coordinator.PostOnceAsync($"{Inquiries}/{id}/answer", new { note = naughty }).ExpectAsync(HttpStatusCode.OK);
        }

        var kept = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await intake.Coordinator.GetAsync($"{Inquiries}?answered=true&limit=100{(next.Length > 0 ? "&after=" + next : "")}").ReadAsync<JsonElement>();
            foreach (var line in page.GetProperty("inquiries").EnumerateArray())
            {
                var texts = new[] { "name", "message", "contact", "note" }.Select(field => line.GetProperty(field).GetString()!).Distinct();
                kept.Add(Assert.Single(texts));
            }
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(strings.Where(text => !string.IsNullOrWhiteSpace(text)), kept);
    }

    private async Task<HttpResponseMessage> PostRawAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Inquiries) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await intake.Anonymous.SendAsync(request);
    }

    private Task<long> CountAsync() => intake.ScalarAsync<long>("SELECT count(*) FROM intake.inquiry");
}
