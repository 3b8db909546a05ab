using System.Net;
using System.Text.Json;
using Journease.Contracts.Intake;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

/// <summary>"Break-glass": reading outside one's care, for a short time and not unseen.</summary>
[Trait("Needs", "servers")]
public sealed class EmergencyAccessTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    private static readonly object Reason = new { reason = "care-team-unreachable", words = "On the phone with me now." };

    [Fact]
    public async Task A_nurse_outside_the_team_reads_one_record_for_an_hour()
    {
        var (client, _) = await intake.ClientInReviewAsync(item9: 1);
        var (someoneElse, _) = await intake.ClientInReviewAsync();
        var nurse = SomeNurse();
        await GetRecordAsync(nurse, client).ProblemAsync(404, "not-found");

        var opened = await OpenAsync(nurse, client).ReadAsync<JsonElement>(HttpStatusCode.Created);

        await GetRecordAsync(nurse, client).ExpectAsync(HttpStatusCode.OK);
        await GetRecordAsync(nurse, someoneElse).ProblemAsync(404, "not-found");
        await GetRecordAsync(SomeNurse(), client).ProblemAsync(404, "not-found");
        Assert.Equal(TimeSpan.FromMinutes(60), opened.GetProperty("expiresAt").GetDateTimeOffset() - opened.GetProperty("openedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task When_the_hour_is_over_by_the_databases_clock_nothing_is_open_any_more()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var nurse = SomeNurse();
        var id = (await OpenAsync(nurse, client).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("accessId").GetGuid();

        await intake.ScalarAsync<object>($"UPDATE intake.emergency_access SET expires_at = clock_timestamp() WHERE id = '{id}'");

        await GetRecordAsync(nurse, client).ProblemAsync(404, "not-found");
        await OpenAsync(nurse, client).ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task It_can_be_given_back_early_and_an_administrator_can_take_it_but_no_other_clinician()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var (nurse, second) = (SomeNurse(), SomeNurse());
        var id = (await OpenAsync(nurse, client).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("accessId").GetGuid();
        var secondId = (await OpenAsync(second, client).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("accessId").GetGuid();

        await EndAsync(second, id).ProblemAsync(404, "not-found");
        await EndAsync(nurse, id).ExpectAsync(HttpStatusCode.OK);
        await EndAsync(intake.Administrator, secondId).ExpectAsync(HttpStatusCode.OK);

        await GetRecordAsync(nurse, client).ProblemAsync(404, "not-found");
        await GetRecordAsync(second, client).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task It_is_announced_with_ids_only_and_the_administrator_reads_the_reason()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var nurseId = Guid.CreateVersion7();
        var nurse = intake.ClientFor(nurseId, Roles.Nurse);

        var opened = await OpenAsync(nurse, client).ReadAsync<JsonElement>(HttpStatusCode.Created);

        var fact = await intake.PublishedAsync<EmergencyAccessOpened>(fact => fact.SubjectId == client.Id);
        Assert.Equal((nurseId, opened.GetProperty("accessId").GetGuid()), (fact.AccountId, fact.AggregateId));
        var list = await intake.Administrator.GetAsync("/intake/v1/emergency-access?limit=100", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        var line = list.GetProperty("accesses").EnumerateArray().Single(line => line.GetProperty("clientId").GetGuid() == client.Id);
        Assert.Equal(("care-team-unreachable", "On the phone with me now."), (line.GetProperty("reason").GetString(), line.GetProperty("words").GetString()));
        await nurse.GetAsync("/intake/v1/emergency-access", TestContext.Current.CancellationToken).ProblemAsync(403);
    }

    [Fact]
    public async Task It_is_refused_to_oneself_to_others_than_clinicians_and_where_it_is_not_needed()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var both = intake.ClientFor(client.Id, Roles.Client, Roles.Nurse);

        await OpenAsync(both, client).ProblemAsync(403, "emergency-access-to-oneself");
        await OpenAsync(intake.Coordinator, client).ProblemAsync(403);
        await OpenAsync(intake.Administrator, client).ProblemAsync(403);
        await OpenAsync(intake.NewClient().Http, client).ProblemAsync(403);
        await OpenAsync(intake.Prescriber, client).ProblemAsync(409, "emergency-access-not-needed");
        await OpenAsync(await intake.NurseOfAsync(client), client).ProblemAsync(409, "emergency-access-not-needed");
        await OpenAsync(SomeNurse(), intake.NewClient()).ProblemAsync(404, "not-found");
        await SomeNurse().PostOnceAsync($"/intake/v1/clients/{client.Id}/emergency-access", new { reason = "other", words = " " }).ProblemAsync(400, "invalid");
        Assert.Equal(0, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.emergency_access WHERE client_id = '{client.Id}'"));
    }

    [Fact]
    public async Task Two_taps_on_the_button_open_it_once()
    {
        var (client, _) = await intake.ClientInReviewAsync();
        var nurse = SomeNurse();

        var answers = await Task.WhenAll(OpenAsync(nurse, client), OpenAsync(nurse, client));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    private HttpClient SomeNurse() => intake.ClientFor(Guid.CreateVersion7(), Roles.Nurse);

    private static Task<HttpResponseMessage> OpenAsync(HttpClient caller, Person client) =>
        caller.PostOnceAsync($"/intake/v1/clients/{client.Id}/emergency-access", Reason);

    private static Task<HttpResponseMessage> EndAsync(HttpClient caller, Guid id) =>
        caller.PostOnceAsync($"/intake/v1/emergency-access/{id}/end");

    private static Task<HttpResponseMessage> GetRecordAsync(HttpClient caller, Person client) =>
        caller.GetAsync($"/intake/v1/clients/{client.Id}/record", TestContext.Current.CancellationToken);
}
