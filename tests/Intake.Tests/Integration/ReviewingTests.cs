using System.Net;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ReviewingTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task The_queue_puts_risk_before_waiting_time_and_is_read_page_by_page()
    {
        var (_, calm) = await intake.ClientInReviewAsync();
        var (_, heavy) = await intake.ClientInReviewAsync(phqAnswer: 2);
        var (_, heavyLater) = await intake.ClientInReviewAsync(pclAnswer: 4);
        var (_, urgent) = await intake.ClientInReviewAsync(item9: 1);

        var seen = new List<Guid>();
        for (string? next = ""; next is not null;)
        {
            var page = await intake.Prescriber.GetAsync($"/intake/v1/reviews?limit=3{(next.Length > 0 ? "&after=" + next : "")}").ReadAsync<JsonElement>();
            seen.AddRange(page.GetProperty("reviews").EnumerateArray().Select(line => line.GetProperty("reviewId").GetGuid()));
            next = page.GetProperty("next").GetString();
        }

        Guid[] mine = [urgent, heavy, heavyLater, calm];
        Assert.Equal(mine, seen.Where(mine.Contains));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_prescriber_reads_scores_bands_concerns_and_answers()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync(phqAnswer: 2, pclAnswer: 2, item9: 1);

        var review = await intake.ReviewAsync(reviewId);

        Assert.Equal(client.Id, review.GetProperty("clientId").GetGuid());
        var (phq, pcl) = (review.GetProperty("responses")[0], review.GetProperty("responses")[1]);
        Assert.Equal((17, "moderately-severe", 1), (phq.GetProperty("score").GetProperty("total").GetInt32(), phq.GetProperty("score").GetProperty("band").GetString(), phq.GetProperty("score").GetProperty("ruleVersion").GetInt32()));
        Assert.Equal("positive", phq.GetProperty("safetySign").GetString());
        Assert.Equal(9, phq.GetProperty("answers").EnumerateObject().Count());
        Assert.False(phq.GetProperty("exactWording").GetBoolean());
        Assert.Equal((40, true), (pcl.GetProperty("score").GetProperty("total").GetInt32(), pcl.GetProperty("score").GetProperty("provisionalDiagnosis").GetBoolean()));
        Assert.Equal(("high", "open"), (review.GetProperty("concerns")[0].GetProperty("grade").GetString(), review.GetProperty("concerns")[0].GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Clearing_grants_a_clearance_with_the_practices_defaults()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();

        var decided = await DecideAsync(reviewId, await intake.DecisionAsync(reviewId)).ReadAsync<JsonElement>();

        Assert.Equal("clear", decided.GetProperty("decision").GetString());
        var mine = (await client.Http.GetAsync("/intake/v1/clearances/mine", TestContext.Current.CancellationToken).ReadAsync<JsonElement>()).GetProperty("clearances")[0];
        Assert.Equal((decided.GetProperty("clearanceId").GetGuid(), "in-force", 6), (mine.GetProperty("clearanceId").GetGuid(), mine.GetProperty("state").GetString(), mine.GetProperty("sessions").GetInt32()));
        Assert.Equal(TimeSpan.FromDays(90), mine.GetProperty("until").GetDateTimeOffset() - mine.GetProperty("from").GetDateTimeOffset());
        var review = await intake.ReviewAsync(reviewId);
        Assert.Equal(IntakeHost.PrescriberId, review.GetProperty("decision").GetProperty("decidedBy").GetGuid());
    }

    [Theory]
    [InlineData("not-now")]
    [InlineData("needs-more")]
    [InlineData("refer")]
    public async Task Any_other_decision_grants_nothing(string decision)
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();

        var decided = await DecideAsync(reviewId, await intake.DecisionAsync(reviewId, decision)).ReadAsync<JsonElement>();

        Assert.Equal(JsonValueKind.Null, decided.GetProperty("clearanceId").ValueKind);
        var mine = await client.Http.GetAsync("/intake/v1/clearances/mine", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal(0, mine.GetProperty("clearances").GetArrayLength());
    }

    [Fact]
    public async Task Ten_prescribers_deciding_at_once_leave_one_decision_and_at_most_one_clearance()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        var decisions = new[] { await intake.DecisionAsync(reviewId), await intake.DecisionAsync(reviewId, "not-now") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            intake.ClientFor(Guid.CreateVersion7(), "prescriber").PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", decisions[number % 2])));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        foreach (var loser in answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK))
        {
            await loser.ProblemAsync(409, "review-already-decided");
        }
        var cleared = (await intake.ReviewAsync(reviewId)).GetProperty("decision").GetProperty("decision").GetString() == "clear" ? 1 : 0;
        Assert.Equal(cleared, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.clearance WHERE client_id = '{client.Id}'"));
    }

    [Fact]
    public async Task What_is_missing_for_a_clearance_is_named_and_leaves_the_review_open()
    {
        var (_, reviewId) = await intake.ClientInReviewAsync();
        var version = (await intake.ReviewAsync(reviewId)).GetProperty("version").GetInt64();

        await DecideAsync(reviewId, new { version, decision = "clear", reasons = "Fit.", prescriptionMonitoringChecked = true }).ProblemAsync(409, "in-person-evaluation-missing");
        await DecideAsync(reviewId, new { version, decision = "clear", reasons = "Fit.", inPersonEvaluation = true }).ProblemAsync(409, "prescription-monitoring-missing");
        await DecideAsync(reviewId, new { version, decision = "clear", reasons = "Fit.", inPersonEvaluation = true, prescriptionMonitoringChecked = true, scope = "mdma" })
            .ProblemAsync(409, "clearance-scope-unknown");
        var problem = await DecideAsync(reviewId, new { version, decision = "refer", reasons = "" }).ProblemAsync(400, "invalid");

        Assert.Equal(["reasons"], problem.Errors.Keys);
        Assert.Equal(JsonValueKind.Null, (await intake.ReviewAsync(reviewId)).GetProperty("decision").ValueKind);
    }

    [Fact]
    public async Task A_second_clearance_waits_until_the_first_is_withdrawn()
    {
        var (client, clearanceId) = await intake.ClearedClientAsync();
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 0));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));
        var again = await client.Http.PostOnceAsync("/intake/v1/packet/submit").ReadAsync<JsonElement>(HttpStatusCode.Created);
        var reviewId = again.GetProperty("reviewId").GetGuid();

        await DecideAsync(reviewId, await intake.DecisionAsync(reviewId)).ProblemAsync(409, "clearance-already-in-force");
        await intake.Prescriber.PostOnceAsync($"/intake/v1/clearances/{clearanceId}/withdraw", new { reason = "Renewed." }).ExpectAsync(HttpStatusCode.OK);
        await DecideAsync(reviewId, await intake.DecisionAsync(reviewId)).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_decides_about_themselves()
    {
        var id = Guid.CreateVersion7();
        var both = new Person(id, intake.ClientFor(id, "client", "prescriber"));
        await both.AnswersAsync("phq-9", Answers.All("phq-9", 0));
        await both.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));
        var submitted = await both.Http.PostOnceAsync("/intake/v1/packet/submit").ReadAsync<JsonElement>(HttpStatusCode.Created);
        var reviewId = submitted.GetProperty("reviewId").GetGuid();

        await both.Http.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", await intake.DecisionAsync(reviewId)).ProblemAsync(403, "review-of-oneself");
    }

    [Fact]
    public async Task Reviews_are_for_prescribers_only()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();

        await client.Http.GetAsync($"/intake/v1/reviews/{reviewId}", TestContext.Current.CancellationToken).ProblemAsync(403);
        await intake.Nurse.GetAsync("/intake/v1/reviews", TestContext.Current.CancellationToken).ProblemAsync(403);
        await intake.Anonymous.GetAsync("/intake/v1/reviews", TestContext.Current.CancellationToken).ProblemAsync(401);
        await intake.Prescriber.GetAsync($"/intake/v1/reviews/{Guid.CreateVersion7()}", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        await DecideAsync(Guid.CreateVersion7(), await intake.DecisionAsync(reviewId)).ProblemAsync(404, "not-found");
    }

    private Task<HttpResponseMessage> DecideAsync(Guid reviewId, object decision) =>
        intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", decision);
}
