using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.Intake.Tests.Integration;
using Journease.Testing;
using Journease.Testing.Authorization;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Authorization;

/// <summary>
/// The client owner was cleared once, answers again with two concerns, and waits for a review; has signed, has a copy, and one
/// therapist cares for them. The other therapist has opened emergency access to somebody else.
/// </summary>
[Trait("Needs", "servers")]
public sealed class IntakeMatrixTests(IntakeHost intake)
    : AuthorizationMatrix<Program>(intake, "/intake/v1", "intake"), IClassFixture<IntakeHost>
{
    private readonly IntakeHost intake = intake;

    protected override async Task<Scene> ArrangeAsync()
    {
        var scene = new Scene();
        var owner = intake.PersonWith(scene.Account(Persona.Owner));
        var prescriber = intake.ClientFor(scene.Account(Persona.Prescriber), Persona.Prescriber.Role!);

        scene["inquiry"] = await IdAsync(intake.Anonymous, "/intake/v1/inquiries", "inquiryId", new { name = "Kim", message = "Hello", contactWay = "email", contact = "kim@example.org" });
        await AnswerAllAsync(owner);
        var first = await IdAsync(owner.Http, "/intake/v1/packet/submit", "reviewId");
        scene["clearance"] = (await prescriber.PostOnceAsync($"/intake/v1/reviews/{first}/decision", await intake.DecisionAsync(first)).ReadAsync<JsonElement>())
            .GetProperty("clearanceId").GetGuid();

        await AnswerAllAsync(owner, item9: 1);
        scene["taken"] = await ConcernAsync(owner);
        await prescriber.PostOnceAsync($"/intake/v1/concerns/{scene["taken"]}/acknowledge").ExpectAsync(HttpStatusCode.OK);
        scene["review"] = await IdAsync(owner.Http, "/intake/v1/packet/submit", "reviewId");
        scene["response"] = await owner.AnswersAsync("phq-9", Answers.All("phq-9", 0, item9: 2));
        scene["concern"] = await ConcernAsync(owner, but: scene["taken"]);
        scene["version"] = (await intake.ReviewAsync(Guid.Parse((string)scene["review"]))).GetProperty("version").GetInt64();

        var consent = await owner.SignsAsync("treatment");
        (scene["consent"], scene["hash"]) = (consent.GetProperty("consentId").GetGuid(), consent.GetProperty("textHash").GetString()!);
        await intake.Coordinator.PutAsJsonAsync(
            $"/intake/v1/clients/{owner.Id}/care-team/{scene.Account(Persona.TherapistAssigned)}", new { role = "therapist" }).ExpectAsync(HttpStatusCode.OK);

        var somebody = intake.NewClient();
        await somebody.AnswersAsync("phq-9", Answers.All("phq-9", 0));
        scene["access"] = await IdAsync(
            intake.ClientFor(scene.Account(Persona.TherapistOther), Persona.TherapistOther.Role!),
            $"/intake/v1/clients/{somebody.Id}/emergency-access", "accessId", new { reason = "standing-in", words = "Tonight." });

        scene["export"] = await IdAsync(owner.Http, "/intake/v1/exports", "exportId");
        await Eventually.TrueAsync(async () => await intake.ScalarAsync<long>("SELECT count(*) FROM intake.export WHERE state = 'Gathering'") == 0);
        return scene;
    }

    private static async Task AnswerAllAsync(Person client, int item9 = 0)
    {
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 0, item9));
        await client.AnswersAsync("pcl-5", Answers.All("pcl-5", 0));
    }

    private async Task<Guid> ConcernAsync(Person client, object? but = null) => await intake.ScalarAsync<Guid>(
        $"SELECT id FROM intake.safety_concern WHERE client_id = '{client.Id}' AND id <> '{but ?? Guid.Empty}'");

    private static async Task<Guid> IdAsync(HttpClient caller, string path, string name, object? body = null) =>
        (await caller.PostOnceAsync(path, body).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty(name).GetGuid();
}
