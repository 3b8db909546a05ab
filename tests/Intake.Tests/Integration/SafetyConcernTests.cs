using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SafetyConcernTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task A_positive_item_9_in_a_draft_shows_help_at_once_and_pages_a_clinician()
    {
        var client = intake.NewClient();

        var saved = await SaveAsync(client, Guid.CreateVersion7(), item9: 1);

        var safety = saved.GetProperty("safety");
        Assert.Equal(["988", "911"], safety.GetProperty("crisisLines").EnumerateArray().Select(line => line.GetProperty("number").GetString()));
        Assert.Contains("kept", safety.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(safety.GetProperty("readBy").GetString()!);
        Assert.NotEmpty(safety.GetProperty("readWhen").GetString()!);

        var concern = await intake.ConcernOfAsync(client);
        Assert.Equal(("high", "open", "positive"), (Text(concern, "grade"), Text(concern, "state"), Text(concern, "sign")));
        Assert.Equal(TimeSpan.FromMinutes(15), concern.GetProperty("acknowledgeBy").GetDateTimeOffset() - concern.GetProperty("raisedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task One_response_has_one_open_concern_however_often_it_is_saved_and_taking_the_answer_back_closes_nothing()
    {
        var client = intake.NewClient();
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SaveAsync(client, id, item9: 2)));
        await SaveAsync(client, id, item9: 3);

        var back = await SaveAsync(client, id, item9: 0);

        Assert.Equal(JsonValueKind.Null, back.GetProperty("safety").ValueKind);
        Assert.Equal("open", Text(await intake.ConcernOfAsync(client), "state"));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_open_concern_for_one_response()
    {
        var client = intake.NewClient();
        await SaveAsync(client, Guid.CreateVersion7(), item9: 1);

        var copy = intake.ScalarAsync<object>($"""
            INSERT INTO intake.safety_concern
            SELECT (jsonb_populate_record(concern, jsonb_build_object('id', gen_random_uuid()))).*
            FROM intake.safety_concern concern WHERE client_id = '{client.Id}'
            """);

        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => copy);
        Assert.Equal("one_open_concern_per_response", refusal.ConstraintName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_skipped_item_9_is_a_concern_when_it_is_submitted(bool declined)
    {
        var client = intake.NewClient();
        var answers = Answers.All("phq-9", 0);
        answers.Remove("9");
        if (declined)
        {
            answers["9"] = "declined";
        }
        await client.AnswersAsync("phq-9", answers);
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));

        var submitted = await client.Http.PostOnceAsync("/intake/v1/packet/submit").ReadAsync<JsonElement>(HttpStatusCode.Created);

        Assert.Equal(2, submitted.GetProperty("safety").GetProperty("crisisLines").GetArrayLength());
        Assert.Equal("skipped", Text(await intake.ConcernOfAsync(client), "sign"));
        var review = await intake.ReviewAsync(submitted.GetProperty("reviewId").GetGuid());
        Assert.Equal("urgent", Text(review, "risk"));
        Assert.Equal("skipped", Text(review.GetProperty("responses")[0], "safetySign"));
    }

    [Fact]
    public async Task A_clinician_takes_it_on_and_closes_it_with_a_note()
    {
        var client = intake.NewClient();
        var nurse = await intake.NurseOfAsync(client);
        await SaveAsync(client, Guid.CreateVersion7(), item9: 3);
        var path = $"/intake/v1/concerns/{Text(await intake.ConcernOfAsync(client), "concernId")}";

        await nurse.PostOnceAsync(path + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        await nurse.PostOnceAsync(path + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        await intake.Prescriber.PostOnceAsync(path + "/acknowledge").ProblemAsync(409, "concern-already-acknowledged");
        await intake.Prescriber.PostOnceAsync(path + "/close", new { note = "Spoke on the phone; safe tonight." }).ExpectAsync(HttpStatusCode.OK);
        await intake.Prescriber.PostOnceAsync(path + "/close", new { note = "Again." }).ProblemAsync(409, "concern-already-closed");
        await nurse.PostOnceAsync(path + "/acknowledge").ProblemAsync(409, "concern-already-closed");

        var closed = await nurse.GetAsync(path, TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal(("closed", "Spoke on the phone; safe tonight.", 3), (Text(closed, "state"), Text(closed, "closingNote"), closed.GetProperty("answerNow").GetInt32()));
    }

    [Fact]
    public async Task After_closing_the_same_answer_is_not_new_but_another_one_is()
    {
        var client = intake.NewClient();
        var id = Guid.CreateVersion7();
        await SaveAsync(client, id, item9: 1);
        await CloseAsync(client);

        await SaveAsync(client, id, item9: 1, others: 2);
        Assert.Equal(0, await OpenConcernsAsync(client));

        await SaveAsync(client, id, item9: 2, others: 2);
        Assert.Equal(1, await OpenConcernsAsync(client));
    }

    [Fact]
    public async Task Nobody_closes_what_nobody_has_taken_on_or_without_a_note()
    {
        var client = intake.NewClient();
        var nurse = await intake.NurseOfAsync(client);
        await SaveAsync(client, Guid.CreateVersion7(), item9: 1);
        var path = $"/intake/v1/concerns/{Text(await intake.ConcernOfAsync(client), "concernId")}";

        await nurse.PostOnceAsync(path + "/close", new { note = "Done." }).ProblemAsync(409, "concern-not-acknowledged");
        await nurse.PostOnceAsync(path + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        var problem = await nurse.PostOnceAsync(path + "/close", new { note = "   " }).ProblemAsync(400, "invalid");
        Assert.Equal(["note"], problem.Errors.Keys);
    }

    [Fact]
    public async Task Two_clinicians_taking_one_concern_on_at_once_leave_one_owner()
    {
        var client = intake.NewClient();
        var nurse = await intake.NurseOfAsync(client);
        await SaveAsync(client, Guid.CreateVersion7(), item9: 1);
        var path = $"/intake/v1/concerns/{Text(await intake.ConcernOfAsync(client), "concernId")}/acknowledge";

        var taken = await Task.WhenAll(nurse.PostOnceAsync(path), intake.Prescriber.PostOnceAsync(path));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], taken.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Concerns_are_for_clinicians_only()
    {
        await intake.NewClient().Http.GetAsync("/intake/v1/concerns", TestContext.Current.CancellationToken).ProblemAsync(403);
        await intake.Coordinator.GetAsync("/intake/v1/concerns", TestContext.Current.CancellationToken).ProblemAsync(403);
        await intake.Nurse.GetAsync($"/intake/v1/concerns/{Guid.CreateVersion7()}", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        await intake.Nurse.PostOnceAsync($"/intake/v1/concerns/{Guid.CreateVersion7()}/acknowledge").ProblemAsync(404, "not-found");
    }

    private async Task CloseAsync(Person client)
    {
        var nurse = await intake.NurseOfAsync(client);
        var path = $"/intake/v1/concerns/{Text(await intake.ConcernOfAsync(client), "concernId")}";
        await nurse.PostOnceAsync(path + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        await nurse.PostOnceAsync(path + "/close", new { note = "Spoke on the phone." }).ExpectAsync(HttpStatusCode.OK);
    }

    private Task<long> OpenConcernsAsync(Person client) =>
        intake.ScalarAsync<long>($"SELECT count(*) FROM intake.safety_concern WHERE client_id = '{client.Id}' AND state <> 'Closed'");

    private static async Task<JsonElement> SaveAsync(Person client, Guid id, int item9, int others = 0)
    {
        var body = new { instrument = "phq-9", version = 1, answers = Answers.All("phq-9", others, item9) };
        var saved = await client.Http.PutAsJsonAsync($"/intake/v1/responses/{id}", body);
        return await saved.ReadAsync<JsonElement>(saved.StatusCode is HttpStatusCode.Created ? HttpStatusCode.Created : HttpStatusCode.OK);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
