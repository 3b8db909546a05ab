using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Journease.Intake.Tests.Integration;

/// <summary>The intake service with a database and a virtual host of its own, and what people do with it.</summary>
public class IntakeHost : ServiceHost<Program>
{
    public static readonly Guid PrescriberId = Guid.Parse("00000000-0000-7000-8000-000000000004");
    public static readonly Guid NurseId = Guid.Parse("00000000-0000-7000-8000-000000000006");

    public IntakeHost() : base("intake")
    {
        Settings["environment"] = "Development";
        Settings["Intake:Exports:LookEvery"] = "00:00:00.1";
        Settings["Intake:Exports:FirstPause"] = "00:00:00.1";
        Settings["Intake:Exports:Tries"] = "3";
    }

    /// <summary>The other services, as intake asks them for their part of a person's copy.</summary>
    public OtherServices Others { get; } = new();

    public HttpClient Coordinator => ClientFor(Guid.Parse("00000000-0000-7000-8000-000000000003"), Roles.Coordinator);
    public HttpClient Prescriber => ClientFor(PrescriberId, Roles.Prescriber);
    public HttpClient Nurse => ClientFor(NurseId, Roles.Nurse);
    public HttpClient Administrator => ClientFor(Guid.Parse("00000000-0000-7000-8000-000000000009"), Roles.Administrator);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(Others.Replace);
    }

    /// <summary>Somebody with the role client whom nobody has met yet.</summary>
    public Person NewClient() => PersonWith(Guid.CreateVersion7());

    public Person PersonWith(Guid id) => new(id, ClientFor(id, Roles.Client));

    /// <summary>The nurse, once a coordinator has put them on this client's care team.</summary>
    public async Task<HttpClient> NurseOfAsync(Person client)
    {
        await Coordinator.PutAsJsonAsync($"/intake/v1/clients/{client.Id}/care-team/{NurseId}", new { role = "nurse" }).ExpectAsync(HttpStatusCode.OK);
        return Nurse;
    }

    /// <summary>A client who has sent the whole packet.</summary>
    public async Task<(Person Client, Guid ReviewId)> ClientInReviewAsync(int phqAnswer = 0, int pclAnswer = 0, int item9 = 0)
    {
        var client = NewClient();
        await client.AnswersAsync("phq-9", Answers.All("phq-9", phqAnswer, item9));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", pclAnswer));
        var submitted = await client.Http.PostOnceAsync("/intake/v1/packet/submit").ReadAsync<JsonElement>(HttpStatusCode.Created);
        return (client, submitted.GetProperty("reviewId").GetGuid());
    }

    public async Task<JsonElement> ReviewAsync(Guid reviewId) =>
        await Prescriber.GetAsync($"/intake/v1/reviews/{reviewId}").ReadAsync<JsonElement>();

    /// <summary>A decision on the version as it is now.</summary>
    public async Task<object> DecisionAsync(Guid reviewId, string decision = "clear") => new
    {
        version = (await ReviewAsync(reviewId)).GetProperty("version").GetInt64(),
        decision,
        reasons = "As discussed.",
        inPersonEvaluation = true,
        prescriptionMonitoringChecked = true,
    };

    /// <summary>A client with a clearance in force.</summary>
    public async Task<(Person Client, Guid ClearanceId)> ClearedClientAsync()
    {
        var (client, reviewId) = await ClientInReviewAsync();
        var decided = await Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", await DecisionAsync(reviewId)).ReadAsync<JsonElement>();
        return (client, decided.GetProperty("clearanceId").GetGuid());
    }

    /// <summary>The concern that an answer of this client raised.</summary>
    public async Task<JsonElement> ConcernOfAsync(Person client) =>
        (await Prescriber.GetAsync("/intake/v1/concerns?limit=100").ReadAsync<JsonElement>())
            .GetProperty("concerns").EnumerateArray().Single(concern => concern.GetProperty("clientId").GetGuid() == client.Id);
}

/// <summary>Somebody with an account, and their signed-in browser.</summary>
public sealed record Person(Guid Id, HttpClient Http)
{
    public async Task<Guid> AnswersAsync(string instrument, Dictionary<string, object> answers, Guid? responseId = null)
    {
        var id = responseId ?? Guid.CreateVersion7();
        var saved = await Http.PutAsJsonAsync($"/intake/v1/responses/{id}", new { instrument, version = 1, answers });
        await saved.ExpectAsync(responseId is null ? HttpStatusCode.Created : HttpStatusCode.OK);
        return id;
    }

    /// <summary>Signs the current text of this kind.</summary>
    public async Task<JsonElement> SignsAsync(string kind)
    {
        var document = await Http.GetAsync($"/intake/v1/consents/documents/{kind}").ReadAsync<JsonElement>();
        var signed = new { kind, documentVersion = document.GetProperty("version").GetInt32(), textHash = document.GetProperty("textHash").GetString() };
        return await Http.PostOnceAsync("/intake/v1/consents", signed).ReadAsync<JsonElement>(HttpStatusCode.Created);
    }
}

/// <summary>Filled questionnaires.</summary>
public static class Answers
{
    public static Dictionary<string, object> All(string instrument, int value, int? item9 = null)
    {
        var answers = Enumerable.Range(1, instrument == "phq-9" ? 9 : 20).ToDictionary(item => $"{item}", _ => (object)value);
        if (instrument == "phq-9" && item9 is { } given)
        {
            answers["9"] = given;
        }
        return answers;
    }
}
