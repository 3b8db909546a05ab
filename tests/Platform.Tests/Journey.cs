using System.Net;
using System.Text.Json;
using Journease.Testing;

namespace Journease.Platform.Tests;

/// <summary>
/// What the platform is for: somebody reads an article, reaches out, answers the intake, is cleared by a prescriber, books
/// a preparation and a ketamine session, and joins a circle. Every step is what an app would send, through the gateway.
/// </summary>
internal sealed class Journey(Uri gateway) : IDisposable
{
    private static readonly Guid ClientAccount = new("00000000-0000-7000-8000-000000000001");

    private readonly Person visitor = new(gateway);
    private readonly Dictionary<string, Person> people = [];

    public Guid Clearance { get; private set; }

    public Guid Preparation { get; private set; }

    public Guid Dosing { get; private set; }

    public static async Task<Journey> PreparedAsync(Uri gateway)
    {
        var journey = new Journey(gateway);
        foreach (var account in new[] { "client", "client2", "coordinator", "prescriber", "facilitator", "editor" })
        {
            journey.people[account] = await Person.SignedInAsync(gateway, account);
        }
        return journey;
    }

    public Person As(string account) => people[account];

    public async Task TravelAsync()
    {
        await ReadAnArticleAsync();
        await ReachOutAsync();
        await AnswerTheIntakeAsync();
        await BeClearedAsync();
        await ConsentAsync();
        await BookPreparationAsync();
        await BookDosingAsync();
        await JoinACircleAsync();
    }

    public async Task ReadAnArticleAsync()
    {
        var imported = (await As("editor").PostAsync("/content/v1/articles", new { markdown = Article.Text, series = "Ketamine and trauma", position = 1 }))
            .Expect(HttpStatusCode.Created);
        (await As("editor").PostAsync($"/content/v1/articles/{imported.GetProperty("articleId").GetGuid()}/publish")).Expect(HttpStatusCode.OK);

        var slug = imported.GetProperty("slug").GetString();
        Assert.Contains(slug!, (await visitor.GetAsync("/content/v1/articles")).Text, StringComparison.Ordinal);
        var read = await visitor.GetAsync($"/content/v1/articles/{slug}");
        Assert.Contains("<p>", read.Expect(HttpStatusCode.OK).GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.NotNull(read.Etag);
    }

    public async Task ReachOutAsync()
    {
        var inquiry = (await visitor.PostAsync("/intake/v1/inquiries", new
        {
            name = "Alex",
            message = "I would like to talk to someone.",
            contactWay = "email",
            contact = "alex@example.org",
        })).Expect(HttpStatusCode.Created);
        Assert.Contains("988", inquiry.GetProperty("crisisLines").ToString(), StringComparison.Ordinal);

        (await As("coordinator").PostAsync($"/intake/v1/inquiries/{inquiry.GetProperty("inquiryId").GetGuid()}/answer")).Expect(HttpStatusCode.OK);
    }

    public async Task AnswerTheIntakeAsync()
    {
        await SaveAsync("phq-9", items: 9, value: item => item == 9 ? 0 : 1);
        await SaveAsync("pcl-5", items: 20, value: _ => 2);
        (await As("client").PostAsync("/intake/v1/packet/submit")).Expect(HttpStatusCode.Created);
    }

    public async Task BeClearedAsync()
    {
        var queue = (await As("prescriber").GetAsync("/intake/v1/reviews")).Expect(HttpStatusCode.OK);
        var waiting = queue.GetProperty("reviews").EnumerateArray().Single(review => review.GetProperty("clientId").GetGuid() == ClientAccount);
        var id = waiting.GetProperty("reviewId").GetGuid();
        var review = (await As("prescriber").GetAsync($"/intake/v1/reviews/{id}")).Expect(HttpStatusCode.OK);
        var decided = (await As("prescriber").PostAsync($"/intake/v1/reviews/{id}/decision", new
        {
            version = review.GetProperty("version").GetInt64(),
            decision = "clear",
            reasons = "Seen in person; no contraindication.",
            inPersonEvaluation = true,
            prescriptionMonitoringChecked = true,
        })).Expect(HttpStatusCode.OK);
        Clearance = decided.GetProperty("clearanceId").GetGuid();
    }

    public async Task ConsentAsync()
    {
        var document = (await As("client").GetAsync("/intake/v1/consents/documents/treatment")).Expect(HttpStatusCode.OK);
        (await As("client").PostAsync("/intake/v1/consents", new
        {
            kind = "treatment",
            documentVersion = document.GetProperty("version").GetInt32(),
            textHash = document.GetProperty("textHash").GetString(),
        })).Expect(HttpStatusCode.Created);
    }

    public async Task BookPreparationAsync()
    {
        var refused = await BookFirstAsync("client", "dosing", inDays: 10);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("dosing-not-cleared", refused.Text, StringComparison.Ordinal);

        Preparation = (await BookFirstAsync("client", "preparation", inDays: 2)).Expect(HttpStatusCode.Created).GetProperty("id").GetGuid();
        await HearOfAsync("client", Preparation);
    }

    public async Task BookDosingAsync()
    {
        // Clearance and consent travel from intake to scheduling as events.
        await Eventually.TrueAsync(async () => (await MissingAsync("booked")).Count == 0, TimeSpan.FromSeconds(60));
        Dosing = (await BookFirstAsync("client", "dosing", inDays: 10)).Expect(HttpStatusCode.Created).GetProperty("id").GetGuid();
    }

    public async Task JoinACircleAsync()
    {
        var circles = (await As("client").GetAsync("/groups/v1/circles")).Expect(HttpStatusCode.OK);
        var circle = $"/groups/v1/circles/{Circle(circles)}";
        (await As("client2").GetAsync($"{circle}/posts")).Expect(HttpStatusCode.NotFound);

        var asked = (await As("client").PostAsync($"{circle}/memberships", new { pseudonym = "Quiet River" })).Expect(HttpStatusCode.Created);
        (await As("facilitator").PostAsync($"{circle}/memberships/{asked.GetProperty("membershipId").GetGuid()}/approve")).Expect(HttpStatusCode.OK);
        (await As("client").PostAsync($"{circle}/posts", new { text = "A warm drink at nine helps me a little." })).Expect(HttpStatusCode.Created);

        Assert.Contains("warm drink", (await As("client").GetAsync($"{circle}/posts")).Text, StringComparison.Ordinal);
        (await As("client2").GetAsync($"{circle}/posts")).Expect(HttpStatusCode.NotFound);
    }

    /// <summary>Books the first free time from so many days on that nobody else takes first.</summary>
    public async Task<Answer> BookFirstAsync(string account, string sessionType, int inDays)
    {
        var from = DateTimeOffset.UtcNow.Date.AddDays(inDays);
        var path = $"/scheduling/v1/slots?sessionType={sessionType}&from={from:yyyy-MM-dd}T00:00:00Z&to={from.AddDays(7):yyyy-MM-dd}T00:00:00Z";
        while (true)
        {
            var slots = (await As(account).GetAsync(path)).Expect(HttpStatusCode.OK).GetProperty("items");
            Assert.True(slots.GetArrayLength() > 0, $"no free time for {sessionType}");
            var answer = await As(account).PostAsync("/scheduling/v1/appointments", new
            {
                sessionType,
                startsAt = slots[0].GetProperty("startsAt").GetDateTimeOffset(),
            });
            if (!answer.Text.Contains("slot-taken", StringComparison.Ordinal))
            {
                return answer;
            }
        }
    }

    /// <summary>What the gate says is missing for the client's ketamine session at a stage.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(string stage)
    {
        var gate = (await As("client").GetAsync("/scheduling/v1/gate")).Expect(HttpStatusCode.OK);
        return [.. gate.GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("name").GetString() == stage)
            .GetProperty("missing").EnumerateArray().Select(missing => missing.GetProperty("code").GetString()!)];
    }

    public async Task<string> StatusOfAsync(Guid appointment) =>
        (await As("client").GetAsync($"/scheduling/v1/appointments/{appointment}")).Expect(HttpStatusCode.OK).GetProperty("status").GetString()!;

    /// <summary>Waits until the person has a message about the appointment.</summary>
    public Task HearOfAsync(string account, Guid appointment) => Eventually.TrueAsync(
        async () => (await As(account).GetAsync("/notifications/v1/messages?limit=100")).Text.Contains(appointment.ToString(), StringComparison.Ordinal),
        TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        visitor.Dispose();
        foreach (var person in people.Values)
        {
            person.Dispose();
        }
    }

    private static string Circle(JsonElement circles)
    {
        var first = circles.GetProperty("items")[0];
        return (first.TryGetProperty("circleId", out var id) ? id : first.GetProperty("id")).GetString()!;
    }

    private async Task SaveAsync(string instrument, int items, Func<int, int> value)
    {
        var answers = Enumerable.Range(1, items).ToDictionary(item => $"{item}", value);
        (await As("client").PutAsync($"/intake/v1/responses/{Guid.CreateVersion7()}", new { instrument, version = 1, answers })).Expect(HttpStatusCode.Created);
    }
}
