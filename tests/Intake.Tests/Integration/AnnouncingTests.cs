using System.Net;
using System.Text.Json;
using Journease.Contracts;
using Journease.Contracts.Intake;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

/// <summary>What the other services hear of each act, from the broker.</summary>
[Trait("Needs", "servers")]
public sealed class AnnouncingTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task An_inquiry_is_announced_without_a_subject_when_it_comes_and_when_it_is_answered()
    {
        var inquiry = new { name = "Robin", message = "Hello", contactWay = "email", contact = "robin@example.org" };
        var received = await intake.Anonymous.PostOnceAsync("/intake/v1/inquiries", inquiry).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var id = received.GetProperty("inquiryId").GetGuid();
        await intake.Coordinator.PostOnceAsync($"/intake/v1/inquiries/{id}/answer").ExpectAsync(HttpStatusCode.OK);

        var came = await intake.PublishedAsync<InquiryReceived>(fact => fact.AggregateId == id);
        var answered = await intake.PublishedAsync<InquiryAnswered>(fact => fact.AggregateId == id);

        Assert.Equal((null, null), (came.SubjectId, answered.SubjectId));
        Assert.True(answered.AggregateVersion > came.AggregateVersion);
    }

    [Fact]
    public async Task A_submission_announces_each_score_with_its_action_only_and_the_intake_once()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync(pclAnswer: 3);

        var submitted = await OfAsync<IntakeSubmitted>(client);
        var phq = await intake.PublishedAsync<AssessmentScored>(fact => fact.SubjectId == client.Id && fact.Instrument == "phq-9");
        var pcl = await intake.PublishedAsync<AssessmentScored>(fact => fact.SubjectId == client.Id && fact.Instrument == "pcl-5");

        Assert.Equal(reviewId, submitted.AggregateId);
        Assert.Equal(("none", "review"), (phq.ActionCode, pcl.ActionCode));
        Assert.Equal(phq.AggregateId, phq.ResponseId);
    }

    [Fact]
    public async Task A_concern_is_announced_from_a_draft_and_at_every_step_of_its_life_once()
    {
        var client = intake.NewClient();
        var nurse = await intake.NurseOfAsync(client);
        var response = await client.AnswersAsync("phq-9", new() { ["9"] = 1 });
        await client.AnswersAsync("phq-9", new() { ["9"] = 2 }, response);
        var raised = await OfAsync<SafetyConcernRaised>(client);
        var path = $"/intake/v1/concerns/{raised.AggregateId}";
        await nurse.PostOnceAsync(path + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        await nurse.PostOnceAsync(path + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        await nurse.PostOnceAsync(path + "/close", new { note = "Spoke on the phone." }).ExpectAsync(HttpStatusCode.OK);

        var acknowledged = await OfAsync<SafetyConcernAcknowledged>(client);
        var closed = await OfAsync<SafetyConcernClosed>(client);

        Assert.Equal(("high", "high", "high"), (raised.Grade, acknowledged.Grade, closed.Grade));
        Assert.True(raised.AggregateVersion < acknowledged.AggregateVersion && acknowledged.AggregateVersion < closed.AggregateVersion);
        Assert.Single(intake.Published<SafetyConcernRaised>(), fact => fact.SubjectId == client.Id);
        Assert.Single(intake.Published<SafetyConcernAcknowledged>(), fact => fact.SubjectId == client.Id);
    }

    [Fact]
    public async Task A_clearance_is_announced_with_scope_expiry_and_sessions_and_its_withdrawal_after_it()
    {
        var (client, clearanceId) = await intake.ClearedClientAsync();
        for (var time = 0; time < 2; time++)
        {
            await intake.Prescriber.PostOnceAsync($"/intake/v1/clearances/{clearanceId}/withdraw", new { reason = "Blood pressure." }).ExpectAsync(HttpStatusCode.OK);
        }

        var granted = await OfAsync<ClearanceGranted>(client);
        var withdrawn = await OfAsync<ClearanceWithdrawn>(client);

        Assert.Equal((clearanceId, "ketamine", 6), (granted.AggregateId, granted.Scope, granted.MaximumSessions));
        Assert.Equal((clearanceId, "ketamine"), (withdrawn.AggregateId, withdrawn.Scope));
        Assert.True(withdrawn.AggregateVersion > granted.AggregateVersion);
        var mine = await client.Http.GetAsync("/intake/v1/clearances/mine", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal(granted.ExpiresAt, mine.GetProperty("clearances")[0].GetProperty("until").GetDateTimeOffset());
        Assert.Equal(1, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.clearance WHERE id = '{clearanceId}' AND withdrawn_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_consent_is_announced_when_it_is_signed_and_when_it_is_taken_back()
    {
        var client = intake.NewClient();
        var document = await client.Http.GetAsync("/intake/v1/consents/documents/treatment", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        var body = new { kind = "treatment", documentVersion = 1, textHash = document.GetProperty("textHash").GetString() };
        var consent = await client.Http.PostOnceAsync("/intake/v1/consents", body).ReadAsync<JsonElement>(HttpStatusCode.Created);
        await client.Http.PostOnceAsync($"/intake/v1/consents/{consent.GetProperty("consentId").GetGuid()}/withdraw").ExpectAsync(HttpStatusCode.OK);

        var signed = await OfAsync<ConsentSigned>(client);
        var withdrawn = await OfAsync<ConsentWithdrawn>(client);

        Assert.Equal(("treatment", 1, "treatment"), (signed.Kind, signed.DocumentVersion, withdrawn.Kind));
        Assert.True(withdrawn.AggregateVersion > signed.AggregateVersion);
    }

    [Fact]
    public async Task What_is_refused_announces_nothing()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        var decision = new { version = (await intake.ReviewAsync(reviewId)).GetProperty("version").GetInt64(), decision = "clear", reasons = "Fit." };
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", decision).ProblemAsync(409, "in-person-evaluation-missing");

        await OfAsync<IntakeSubmitted>(client);

        Assert.Equal(0, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.clearance WHERE client_id = '{client.Id}'"));
        Assert.DoesNotContain(intake.Published<ClearanceGranted>(), fact => fact.SubjectId == client.Id);
    }

    private Task<TEvent> OfAsync<TEvent>(Person client) where TEvent : class, IEvent =>
        intake.PublishedAsync<TEvent>(fact => fact.SubjectId == client.Id);
}
