using System.Net;
using Journease.Testing;

namespace Journease.Platform.Tests;

/// <summary>Plants a sentence of its own in every place that takes free text, and then looks for each where a thief would.</summary>
[Collection(nameof(OneRunningPlatform))]
[Trait("Needs", "servers")]
public sealed class LookingForWhatPeopleToldUsTests(RunningPlatform platform)
{
    private static readonly string[] Databases = ["identity", "intake", "scheduling", "content", "groups", "notifications", "portal"];

    private readonly Dictionary<string, string> planted = [];

    /// <summary>What a letter to the person themselves says.</summary>
    private readonly HashSet<string> theirOwn = [];

    [Fact]
    public async Task Nothing_that_people_told_us_is_found_in_databases_messages_logs_or_mail()
    {
        await PlantAsync();
        await RegisterAsync();

        foreach (var database in Databases)
        {
            var dump = await DatabaseDump.WithoutKeysAsync(await platform.DatabaseAsync(database));
            Assert.All(planted, one => Assert.False(dump.Tells(one.Key), $"{one.Value} lies open in the dump of {database}"));
        }
        NotFoundIn("the broker's files", await platform.BrokerFilesAsync());
        NotFoundIn("the logs", string.Join('\n', (await platform.LogsAsync()).Values));
        NotFoundIn("the mail", await platform.MailAsync(), theirOwn);
        TestContext.Current.TestOutputHelper?.WriteLine($"{planted.Count} strings planted, 0 found.");
    }

    private async Task PlantAsync()
    {
        using var visitor = new Person(platform.Gateway);
        using var client = await Person.SignedInAsync(platform.Gateway, "client2");
        using var coordinator = await Person.SignedInAsync(platform.Gateway, "coordinator");
        using var prescriber = await Person.SignedInAsync(platform.Gateway, "prescriber");
        using var nurse = await Person.SignedInAsync(platform.Gateway, "nurse");
        using var facilitator = await Person.SignedInAsync(platform.Gateway, "facilitator");

        var inquiry = (await visitor.PostAsync("/intake/v1/inquiries", new
        {
            name = Plant("a name"),
            message = Plant("a message"),
            contactWay = "email",
            contact = Plant("an address") + "@example.org",
        })).Expect(HttpStatusCode.Created).GetProperty("inquiryId").GetGuid();
        (await coordinator.PostAsync("/intake/v1/inquiries/search", new { name = Plant("a name looked for") })).Expect(HttpStatusCode.OK);
        (await coordinator.PostAsync($"/intake/v1/inquiries/{inquiry}/answer", new { note = Plant("an answer's note") })).Expect(HttpStatusCode.OK);

        var response = Guid.CreateVersion7();
        var answers = Enumerable.Range(1, 9).ToDictionary(item => $"{item}", _ => 1);
        (await client.PutAsync($"/intake/v1/responses/{response}", new { instrument = "phq-9", version = 1, answers })).Expect(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsync(
            $"/intake/v1/responses/{Guid.CreateVersion7()}", new { instrument = "phq-9", version = 1, answers = new Dictionary<string, string> { ["1"] = Plant("an answer that is refused") } })).Status);

        var concern = (await prescriber.GetAsync("/intake/v1/concerns")).Expect(HttpStatusCode.OK)
            .GetProperty("concerns").EnumerateArray().First(one => one.GetProperty("clientId").GetString() == Demo.Client2).GetProperty("concernId").GetGuid();
        (await prescriber.PostAsync($"/intake/v1/concerns/{concern}/acknowledge")).Expect(HttpStatusCode.OK);
        (await prescriber.PostAsync($"/intake/v1/concerns/{concern}/close", new { note = Plant("a closing note") })).Expect(HttpStatusCode.OK);
        (await nurse.PostAsync($"/intake/v1/clients/{Demo.Client2}/emergency-access", new { reason = "immediate-danger", words = Plant("an emergency's reason") }))
            .Expect(HttpStatusCode.Created);

        var circle = (await client.GetAsync("/groups/v1/circles")).Expect(HttpStatusCode.OK).GetProperty("items")[0].GetProperty("circleId").GetGuid();
        (await facilitator.PostAsync($"/groups/v1/circles/{circle}/posts", new { text = Plant("a post") })).Expect(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/groups/v1/circles/{circle}/posts", new { text = Plant("a post that is refused") })).Status);
    }

    /// <summary>Somebody asks for an account, and signs in with what is wrong.</summary>
    private async Task RegisterAsync()
    {
        var (email, name) = (Plant("an e-mail address") + "@example.org", Plant("the name of an account"));
        theirOwn.UnionWith([email.Split('@')[0], name]);
        using var browser = new FormBrowser(platform.Gateway);
        Assert.Equal(HttpStatusCode.Found, await browser.SendAsync(
            "/identity/register", new() { ["email"] = email, ["name"] = name, ["birth-date"] = "1988-04-23", ["time-zone"] = "America/Chicago" }));
        await Eventually.TrueAsync(async () => (await platform.MailAsync()).Contains(email, StringComparison.Ordinal));

        var (stranger, password) = (Plant("an unknown address") + "@example.org", Plant("a password that is wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, await browser.SendAsync("/identity/sign-in", new() { ["email"] = stranger, ["password"] = password }));
    }

    /// <summary>A string that is nowhere else; without blanks, so that no line break can hide it.</summary>
    private string Plant(string where)
    {
        var canary = $"canary{Guid.NewGuid():N}";
        planted.Add(canary, where);
        return canary;
    }

    private void NotFoundIn(string place, string text, HashSet<string>? allowed = null)
    {
        Assert.NotEmpty(text);
        foreach (var (canary, where) in planted.Where(one => allowed?.Contains(one.Key) is not true))
        {
            Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{where} lies open in {place}");
        }
    }

    private static class Demo
    {
        public const string Client2 = "00000000-0000-7000-8000-000000000002";
    }
}
