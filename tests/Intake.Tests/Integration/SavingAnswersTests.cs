using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.Testing;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SavingAnswersTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task Answers_are_kept_as_given_and_can_be_gone_on_with()
    {
        var client = intake.NewClient();
        var id = await client.AnswersAsync("phq-9", new() { ["1"] = 2, ["2"] = "declined" });

        var first = await ReadAsync(client, id);
        Assert.Equal("""{"1":2,"2":"declined"}""", first.GetProperty("answers").GetRawText());
        Assert.Equal((2, 9), (first.GetProperty("answered").GetInt32(), first.GetProperty("items").GetInt32()));

        await client.AnswersAsync("phq-9", new() { ["1"] = 3, ["2"] = 0, ["3"] = 1 }, id);
        Assert.Equal("""{"1":3,"2":0,"3":1}""", (await ReadAsync(client, id)).GetProperty("answers").GetRawText());
    }

    [Fact]
    public async Task Saving_the_same_again_changes_nothing()
    {
        var client = intake.NewClient();
        var id = await client.AnswersAsync("phq-9", new() { ["1"] = 2 });
        var before = await client.Http.GetAsync($"/intake/v1/responses/{id}", TestContext.Current.CancellationToken);

        await client.AnswersAsync("phq-9", new() { ["1"] = 2 }, id);

        var after = await client.Http.GetAsync($"/intake/v1/responses/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal("no-store", after.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Ten_copies_of_one_save_at_once_are_one_response()
    {
        var client = intake.NewClient();
        var id = Guid.CreateVersion7();

        var saves = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PutAsync(client, id, "phq-9", 1, Answers.All("phq-9", 1, item9: 0))));

        Assert.All(saves, save => Assert.True(save.IsSuccessStatusCode, save.StatusCode.ToString()));
        Assert.Single(saves, save => save.StatusCode == HttpStatusCode.Created);
    }

    [Fact]
    public async Task Two_devices_keep_both_and_the_packet_shows_the_newest()
    {
        var client = intake.NewClient();
        var older = await client.AnswersAsync("phq-9", new() { ["1"] = 0 });
        var newer = await client.AnswersAsync("phq-9", new() { ["1"] = 3, ["2"] = 3 });

        await ReadAsync(client, older);
        var packet = await client.Http.GetAsync("/intake/v1/packet", TestContext.Current.CancellationToken);

        var phq9 = (await packet.ReadAsync<JsonElement>()).GetProperty("instruments")[0];
        Assert.Equal((newer, 2), (phq9.GetProperty("responseId").GetGuid(), phq9.GetProperty("answered").GetInt32()));
    }

    [Theory]
    [InlineData("0", 1, "item-unknown", "answers")]
    [InlineData("10", 1, "item-unknown", "answers")]
    [InlineData("01", 1, "item-unknown", "answers")]
    [InlineData("-1", 1, "item-unknown", "answers")]
    [InlineData("q1", 1, "item-unknown", "answers")]
    [InlineData("4", 4, "answer-out-of-range", "answers.4")]
    [InlineData("4", -1, "answer-out-of-range", "answers.4")]
    public async Task An_answer_that_was_not_asked_for_is_refused_by_name_and_nothing_is_kept(string item, int value, string code, string field)
    {
        var client = intake.NewClient();
        var id = Guid.CreateVersion7();

        var problem = await PutAsync(client, id, "phq-9", 1, new() { ["1"] = 1, [item] = value }).ProblemAsync(400, code);

        Assert.Equal([field], problem.Errors.Keys);
        await client.Http.GetAsync($"/intake/v1/responses/{id}", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
    }

    [Theory]
    [InlineData("\"2\"")]
    [InlineData("\"Declined\"")]
    [InlineData("1.5")]
    [InlineData("1e30")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public async Task An_answer_of_the_wrong_type_is_refused_with_its_field(string json)
    {
        using var body = new StringContent("""{"instrument":"phq-9","version":1,"answers":{"3":?}}""".Replace("?", json, StringComparison.Ordinal), null, "application/json");

        var problem = await intake.NewClient().Http.PutAsync($"/intake/v1/responses/{Guid.CreateVersion7()}", body, TestContext.Current.CancellationToken)
            .ProblemAsync(400, "invalid");

        Assert.Equal(["answers.3"], problem.Errors.Keys);
    }

    [Fact]
    public async Task Unknown_questionnaires_other_versions_and_other_uses_of_an_id_are_refused_by_name()
    {
        var client = intake.NewClient();
        var id = await client.AnswersAsync("phq-9", new() { ["1"] = 1 });

        await PutAsync(client, Guid.CreateVersion7(), "gad-7", 1, []).ProblemAsync(404, "instrument-unknown");
        await PutAsync(client, Guid.CreateVersion7(), "phq-9", 2, []).ProblemAsync(409, "instrument-version-wrong");
        await PutAsync(client, id, "pcl-5", 1, []).ProblemAsync(409, "response-instrument-differs");
    }

    [Fact]
    public async Task Somebody_elses_response_can_be_neither_read_nor_overwritten()
    {
        var owner = intake.NewClient();
        var id = await owner.AnswersAsync("phq-9", new() { ["1"] = 1 });
        var other = intake.NewClient();

        await other.Http.GetAsync($"/intake/v1/responses/{id}", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        await PutAsync(other, id, "phq-9", 1, new() { ["1"] = 3 }).ProblemAsync(404, "not-found");
        await intake.Prescriber.GetAsync($"/intake/v1/responses/{id}", TestContext.Current.CancellationToken).ProblemAsync(403);

        Assert.Equal("""{"1":1}""", (await ReadAsync(owner, id)).GetProperty("answers").GetRawText());
    }

    [Fact]
    public async Task Once_submitted_answers_stay_as_they_are_and_only_the_same_may_be_sent_again()
    {
        var client = intake.NewClient();
        var id = await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 0));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));
        await Testing.Services.Write.PostOnceAsync(client.Http, "/intake/v1/packet/submit").ExpectAsync(HttpStatusCode.Created);

        await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 0), id);
        await PutAsync(client, id, "phq-9", 1, Answers.All("phq-9", 2, item9: 0)).ProblemAsync(409, "response-already-submitted");
    }

    private static Task<HttpResponseMessage> PutAsync(Person client, Guid id, string instrument, int version, Dictionary<string, object> answers) =>
        client.Http.PutAsJsonAsync($"/intake/v1/responses/{id}", new { instrument, version, answers });

    private static Task<JsonElement> ReadAsync(Person client, Guid id) => client.Http.GetAsync($"/intake/v1/responses/{id}").ReadAsync<JsonElement>();
}
