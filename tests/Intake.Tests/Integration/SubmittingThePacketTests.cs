using System.Net;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SubmittingThePacketTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    private const string Packet = "/intake/v1/packet";

    [Fact]
    public async Task A_person_always_sees_where_they_are_and_what_comes_next()
    {
        var client = intake.NewClient();
        Assert.Equal("not-started", await StateAsync(client));

        await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 0));
        Assert.Equal("in-progress", await StateAsync(client));

        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 1));
        Assert.Equal("ready-to-submit", await StateAsync(client));

        await client.Http.PostOnceAsync(Packet + "/submit").ExpectAsync(HttpStatusCode.Created);
        var packet = await client.Http.GetAsync(Packet, TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal("in-review", packet.GetProperty("state").GetString());
        Assert.All(packet.GetProperty("instruments").EnumerateArray(), part => Assert.True(part.GetProperty("submitted").GetBoolean()));
        Assert.All(["what", "who", "when"], part => Assert.NotEmpty(packet.GetProperty("next").GetProperty(part).GetString()!));
    }

    [Fact]
    public async Task Before_the_safety_question_one_reads_who_reads_the_answer_and_when()
    {
        var client = intake.NewClient();

        var instrument = await client.Http.GetAsync("/intake/v1/instruments/phq-9", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();

        var items = instrument.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items.Take(8), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("safety").ValueKind));
        Assert.NotEmpty(items[8].GetProperty("safety").GetProperty("readBy").GetString()!);
        Assert.Equal(2, items[8].GetProperty("safety").GetProperty("crisisLines").GetArrayLength());
        await client.Http.GetAsync("/intake/v1/instruments/gad-7", TestContext.Current.CancellationToken).ProblemAsync(404, "instrument-unknown");
        var all = await client.Http.GetAsync("/intake/v1/instruments", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal(["pcl-5", "phq-9"], all.GetProperty("instruments").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task With_questions_open_nothing_is_sent_and_the_items_are_named()
    {
        var client = intake.NewClient();
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 0));
        await client.AnswersAsync("pcl-5", new() { ["1"] = 0, ["2"] = "declined" });

        var refused = await client.Http.PostOnceAsync(Packet + "/submit");

        await refused.ProblemAsync(409, "packet-incomplete");
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Enumerable.Range(3, 18), problem.RootElement.GetProperty("open").GetProperty("pcl-5").EnumerateArray().Select(item => item.GetInt32()));
        Assert.Equal("in-progress", await StateAsync(client));
    }

    [Fact]
    public async Task Declined_answers_are_answers_and_what_cannot_be_scored_is_looked_at()
    {
        var client = intake.NewClient();
        var phq = Answers.All("phq-9", 0);
        (phq["1"], phq["2"], phq["3"]) = ("declined", "declined", "declined");
        await client.AnswersAsync("phq-9", phq);
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));

        var submitted = await client.Http.PostOnceAsync(Packet + "/submit").ReadAsync<JsonElement>(HttpStatusCode.Created);

        var review = await intake.ReviewAsync(submitted.GetProperty("reviewId").GetGuid());
        var score = review.GetProperty("responses")[0].GetProperty("score");
        Assert.Equal((JsonValueKind.Null, 3, "review"), (score.GetProperty("total").ValueKind, score.GetProperty("missing").GetInt32(), score.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task Sent_ten_times_at_once_under_different_keys_it_is_one_review()
    {
        var client = intake.NewClient();
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 0));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 1));

        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Http.PostOnceAsync(Packet + "/submit")));

        Assert.Single(sent, answer => answer.StatusCode is HttpStatusCode.Created);
        foreach (var refused in sent.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
        {
            await refused.ProblemAsync(409, "packet-in-review");
        }
        Assert.Equal(1, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.review WHERE client_id = '{client.Id}'"));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_open_review_of_one_client()
    {
        var (client, _) = await intake.ClientInReviewAsync();

        var copy = intake.ScalarAsync<object>($"""
            INSERT INTO intake.review
            SELECT (jsonb_populate_record(review, jsonb_build_object('id', gen_random_uuid()))).*
            FROM intake.review WHERE client_id = '{client.Id}'
            """);

        Assert.Equal("one_open_review_per_client", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => copy)).ConstraintName);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_gets_the_first_answer_again()
    {
        var client = intake.NewClient();
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 0));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 1));
        var key = Guid.CreateVersion7();

        var first = await client.Http.PostOnceAsync(Packet + "/submit", key: key).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var again = await client.Http.PostOnceAsync(Packet + "/submit", key: key).ReadAsync<JsonElement>(HttpStatusCode.Created);

        Assert.Equal(first.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task After_a_decision_a_new_round_needs_new_answers()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", await intake.DecisionAsync(reviewId, "needs-more")).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("decided", await StateAsync(client));

        await client.Http.PostOnceAsync(Packet + "/submit").ProblemAsync(409, "packet-incomplete");
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 0));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));
        await client.Http.PostOnceAsync(Packet + "/submit").ExpectAsync(HttpStatusCode.Created);
    }

    private static async Task<string?> StateAsync(Person client) =>
        (await client.Http.GetAsync(Packet).ReadAsync<JsonElement>()).GetProperty("state").GetString();
}
