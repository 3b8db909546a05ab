using System.Net;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class RisingRiskTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task A_concern_raised_while_a_review_waits_moves_it_up_and_must_be_seen_before_deciding()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        var readBefore = await intake.DecisionAsync(reviewId);

        await client.AnswersAsync("phq-9", new() { ["9"] = 2 });

        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", readBefore).ProblemAsync(409, "review-changed");
        var review = await intake.ReviewAsync(reviewId);
        Assert.Equal("urgent", review.GetProperty("risk").GetString());
        Assert.Equal(1, review.GetProperty("concerns").GetArrayLength());
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", await intake.DecisionAsync(reviewId, "not-now")).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_and_a_decision_at_the_same_instant_are_both_kept()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        var decision = await intake.DecisionAsync(reviewId, "not-now");

        var decided = intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", decision);
        await client.AnswersAsync("phq-9", new() { ["9"] = 2 });

        Assert.Contains((await decided).StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict });
        Assert.Equal("open", (await intake.ConcernOfAsync(client)).GetProperty("state").GetString());
    }
}
