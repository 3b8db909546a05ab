using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.Contracts.Intake;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

/// <summary>Who may read whom.</summary>
[Trait("Needs", "servers")]
public sealed class CareTeamTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task A_nurse_on_the_team_reads_the_record_and_another_nurse_does_not_know_the_client()
    {
        var (client, _) = await intake.ClientInReviewAsync(phqAnswer: 2, item9: 1);
        var concern = (await intake.ConcernOfAsync(client)).GetProperty("concernId").GetString();
        var other = intake.ClientFor(Guid.CreateVersion7(), Roles.Nurse);
        var nurse = await intake.NurseOfAsync(client);

        var record = await GetAsync(nurse, $"/clients/{client.Id}/record").ReadAsync<JsonElement>();
        Assert.Equal(17, record.GetProperty("responses").EnumerateArray().Single(one => Text(one, "instrument") == "phq-9").GetProperty("score").GetProperty("total").GetInt32());
        Assert.Equal("open", Text(record.GetProperty("concerns")[0], "state"));
        await GetAsync(nurse, $"/concerns/{concern}").ExpectAsync(HttpStatusCode.OK);

        await GetAsync(other, $"/clients/{client.Id}/record").ProblemAsync(404, "not-found");
        await GetAsync(other, $"/clients/{client.Id}/journey").ProblemAsync(404, "not-found");
        await GetAsync(other, $"/clients/{client.Id}/care-team").ProblemAsync(404, "not-found");
        await GetAsync(other, $"/concerns/{concern}").ProblemAsync(404, "not-found");
        await other.PostOnceAsync($"/intake/v1/concerns/{concern}/acknowledge").ProblemAsync(404, "not-found");
        await other.PostOnceAsync($"/intake/v1/concerns/{concern}/close", new { note = "Mine." }).ProblemAsync(404, "not-found");
        Assert.Equal("Open", await intake.ScalarAsync<string>($"SELECT state FROM intake.safety_concern WHERE id = '{concern}'"));
    }

    [Fact]
    public async Task The_list_of_concerns_holds_only_the_clients_of_the_caller()
    {
        var (mine, _) = await intake.ClientInReviewAsync(item9: 1);
        await intake.ClientInReviewAsync(item9: 1);
        var therapistId = Guid.CreateVersion7();
        await AddAsync(intake.Coordinator, mine, therapistId, "therapist").ExpectAsync(HttpStatusCode.OK);

        var list = await GetAsync(intake.ClientFor(therapistId, Roles.Therapist), "/concerns?limit=100").ReadAsync<JsonElement>();

        Assert.Equal([mine.Id], list.GetProperty("concerns").EnumerateArray().Select(line => line.GetProperty("clientId").GetGuid()));
    }

    [Fact]
    public async Task A_role_on_the_team_is_worth_nothing_without_the_role_in_the_practice()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var somebody = Guid.CreateVersion7();
        await AddAsync(intake.Coordinator, client, somebody, "therapist").ExpectAsync(HttpStatusCode.OK);

        await GetAsync(intake.ClientFor(somebody, Roles.Nurse), $"/clients/{client.Id}/record").ProblemAsync(404, "not-found");
        await GetAsync(intake.ClientFor(somebody, Roles.Facilitator), $"/clients/{client.Id}/record").ProblemAsync(403);
        await GetAsync(intake.ClientFor(somebody, Roles.Therapist), $"/clients/{client.Id}/record").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_leaves_the_team_reads_nothing_more_and_everybody_hears_of_each_change_once()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var nurse = await intake.NurseOfAsync(client);
        await intake.NurseOfAsync(client);

        var path = $"/intake/v1/clients/{client.Id}/care-team/{IntakeHost.NurseId}";
        await intake.Coordinator.DeleteAsync(path, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.NoContent);
        await intake.Coordinator.DeleteAsync(path, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.NoContent);

        await GetAsync(nurse, $"/clients/{client.Id}/record").ProblemAsync(404, "not-found");
        var left = await intake.PublishedAsync<CareTeamChanged>(fact => fact.SubjectId == client.Id && fact.AccountIds.Count == 0);
        var joined = Assert.Single(intake.Published<CareTeamChanged>(), fact => fact.SubjectId == client.Id && fact.AccountIds.Count == 1);
        Assert.Equal([IntakeHost.NurseId], joined.AccountIds);
        Assert.Equal(2, intake.Published<CareTeamChanged>().Count(fact => fact.SubjectId == client.Id));
        Assert.True(left.AggregateVersion > joined.AggregateVersion);
    }

    [Fact]
    public async Task A_client_sees_their_own_team_and_nobody_elses()
    {
        var client = intake.NewClient();
        await intake.NurseOfAsync(client);

        var team = await GetAsync(client.Http, $"/clients/{client.Id}/care-team").ReadAsync<JsonElement>();

        Assert.Equal((IntakeHost.NurseId, "nurse"), (team.GetProperty("members")[0].GetProperty("accountId").GetGuid(), Text(team.GetProperty("members")[0], "role")));
        await GetAsync(intake.NewClient().Http, $"/clients/{client.Id}/care-team").ProblemAsync(404, "not-found");
        await GetAsync(client.Http, $"/clients/{client.Id}/record").ProblemAsync(403);
        await GetAsync(client.Http, $"/clients/{client.Id}/journey").ProblemAsync(403);
        await AddAsync(client.Http, client, Guid.CreateVersion7(), "nurse").ProblemAsync(403);
    }

    [Fact]
    public async Task The_prescriber_who_decided_chooses_the_team_and_another_one_does_not()
    {
        var (client, _) = await intake.ClearedClientAsync();

        await AddAsync(intake.Prescriber, client, IntakeHost.NurseId, "nurse").ExpectAsync(HttpStatusCode.OK);
        await AddAsync(intake.ClientFor(Guid.CreateVersion7(), Roles.Prescriber), client, Guid.CreateVersion7(), "nurse").ProblemAsync(403, "care-team-not-decided-by-you");
        await AddAsync(intake.Nurse, client, Guid.CreateVersion7(), "nurse").ProblemAsync(403);
        await AddAsync(intake.Coordinator, client, client.Id, "nurse").ProblemAsync(409, "care-team-of-oneself");
        await AddAsync(intake.Coordinator, client, Guid.CreateVersion7(), "editor").ProblemAsync(400, "invalid");
    }

    [Fact]
    public async Task A_coordinator_sees_the_journey_without_answers_scores_risk_concerns_or_reasons()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync(phqAnswer: 2, item9: 1);
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", await intake.DecisionAsync(reviewId, "not-now")).ExpectAsync(HttpStatusCode.OK);

        var journey = await GetAsync(intake.Coordinator, $"/clients/{client.Id}/journey").ReadAsync<JsonElement>();

        Assert.Equal(("decided", "not-now"), (Text(journey, "step"), Text(journey, "decision")));
        Assert.Equal(
            ["careTeam", "clearances", "clientId", "consents", "decidedAt", "decision", "step", "submittedAt"],
            journey.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        await GetAsync(intake.Coordinator, $"/clients/{client.Id}/record").ProblemAsync(403);
        await GetAsync(intake.Coordinator, $"/reviews/{reviewId}").ProblemAsync(403);
        await GetAsync(intake.Coordinator, "/concerns").ProblemAsync(403);
    }

    [Fact]
    public async Task Ten_clinicians_added_at_once_are_all_on_the_team()
    {
        var client = intake.NewClient();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AddAsync(intake.Coordinator, client, Guid.CreateVersion7(), "therapist").ExpectAsync(HttpStatusCode.OK)));

        var team = await GetAsync(intake.Coordinator, $"/clients/{client.Id}/care-team").ReadAsync<JsonElement>();
        Assert.Equal(10, team.GetProperty("members").GetArrayLength());
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient caller, string path) =>
        caller.GetAsync("/intake/v1" + path, TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> AddAsync(HttpClient caller, Person client, Guid account, string role) =>
        caller.PutAsJsonAsync($"/intake/v1/clients/{client.Id}/care-team/{account}", new { role }, TestContext.Current.CancellationToken);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
