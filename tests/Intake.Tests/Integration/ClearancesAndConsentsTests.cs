using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ClearancesAndConsentsTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task A_withdrawn_clearance_reads_on_hold_without_reason_score_or_label()
    {
        var (client, clearanceId) = await intake.ClearedClientAsync();

        var withdraw = $"/intake/v1/clearances/{clearanceId}/withdraw";
        var first = await intake.Prescriber.PostOnceAsync(withdraw, new { reason = "Blood pressure." }).ReadAsync<JsonElement>();
        var again = await intake.Prescriber.PostOnceAsync(withdraw, new { reason = "Other." }).ReadAsync<JsonElement>();

        Assert.Equal(first.GetRawText(), again.GetRawText());
        var answer = await client.Http.GetAsync("/intake/v1/clearances/mine", TestContext.Current.CancellationToken);
        var mine = await answer.ReadAsync<JsonElement>();
        Assert.Equal("on-hold", mine.GetProperty("clearances")[0].GetProperty("state").GetString());
        var text = mine.GetRawText();
        Assert.All(["Blood", "withdrawn", "score", "risk", "urgent"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Clearances_are_withdrawn_by_prescribers_and_read_by_their_own_client()
    {
        var (_, clearanceId) = await intake.ClearedClientAsync();
        var other = intake.NewClient();

        await other.Http.PostOnceAsync($"/intake/v1/clearances/{clearanceId}/withdraw", new { reason = "No." }).ProblemAsync(403);
        await intake.Nurse.PostOnceAsync($"/intake/v1/clearances/{clearanceId}/withdraw", new { reason = "No." }).ProblemAsync(403);
        await intake.Prescriber.PostOnceAsync($"/intake/v1/clearances/{Guid.CreateVersion7()}/withdraw", new { reason = "No." }).ProblemAsync(404, "not-found");
        var mine = await other.Http.GetAsync("/intake/v1/clearances/mine", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal(0, mine.GetProperty("clearances").GetArrayLength());
        Assert.NotEmpty(mine.GetProperty("words").GetString()!);
    }

    [Fact]
    public async Task A_consent_is_signed_for_exactly_the_text_that_was_shown()
    {
        var client = intake.NewClient();
        var document = await DocumentAsync(client);

        var signed = await SignAsync(client, document).ReadAsync<JsonElement>(HttpStatusCode.Created);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.GetProperty("text").GetString()!)));
        Assert.Equal((1, hash), (signed.GetProperty("documentVersion").GetInt32(), signed.GetProperty("textHash").GetString()));
        await SignAsync(client, document).ProblemAsync(409, "consent-already-in-force");
    }

    [Fact]
    public async Task A_consent_can_be_taken_back_and_signed_anew()
    {
        var client = intake.NewClient();
        var document = await DocumentAsync(client);
        var id = (await SignAsync(client, document).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("consentId").GetGuid();

        await client.Http.PostOnceAsync($"/intake/v1/consents/{id}/withdraw").ExpectAsync(HttpStatusCode.OK);
        await client.Http.PostOnceAsync($"/intake/v1/consents/{id}/withdraw").ExpectAsync(HttpStatusCode.OK);
        await SignAsync(client, document).ExpectAsync(HttpStatusCode.Created);

        var mine = await client.Http.GetAsync("/intake/v1/consents/mine", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal([true, false], mine.GetProperty("consents").EnumerateArray().Select(consent => consent.GetProperty("inForce").GetBoolean()));
    }

    [Fact]
    public async Task Another_text_another_version_and_an_unknown_kind_are_refused_by_name()
    {
        var client = intake.NewClient();
        var hash = (await DocumentAsync(client)).GetProperty("textHash").GetString()!;

        await client.Http.PostOnceAsync("/intake/v1/consents", new { kind = "treatment", documentVersion = 1, textHash = new string('0', 64) }).ProblemAsync(409, "consent-text-differs");
        await client.Http.PostOnceAsync("/intake/v1/consents", new { kind = "treatment", documentVersion = 2, textHash = hash }).ProblemAsync(409, "consent-version-wrong");
        await client.Http.PostOnceAsync("/intake/v1/consents", new { kind = "skydiving", documentVersion = 1, textHash = hash }).ProblemAsync(404, "consent-kind-unknown");
        await client.Http.GetAsync("/intake/v1/consents/documents/skydiving", TestContext.Current.CancellationToken).ProblemAsync(404, "consent-kind-unknown");
    }

    [Fact]
    public async Task Somebody_elses_consent_cannot_be_taken_back()
    {
        var client = intake.NewClient();
        var id = (await SignAsync(client, await DocumentAsync(client)).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("consentId").GetGuid();

        await intake.NewClient().Http.PostOnceAsync($"/intake/v1/consents/{id}/withdraw").ProblemAsync(404, "not-found");
        await intake.Prescriber.PostOnceAsync($"/intake/v1/consents/{id}/withdraw").ProblemAsync(403);
    }

    [Fact]
    public async Task Ten_signatures_at_once_are_one()
    {
        var client = intake.NewClient();
        var document = await DocumentAsync(client);

        var signed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SignAsync(client, document)));

        Assert.Single(signed, answer => answer.StatusCode is HttpStatusCode.Created);
        foreach (var refused in signed.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
        {
            await refused.ProblemAsync(409, "consent-already-in-force");
        }
    }

    private static Task<JsonElement> DocumentAsync(Person client) =>
        client.Http.GetAsync("/intake/v1/consents/documents/treatment").ReadAsync<JsonElement>();

    private static Task<HttpResponseMessage> SignAsync(Person client, JsonElement document) => client.Http.PostOnceAsync("/intake/v1/consents", new
    {
        kind = "treatment",
        documentVersion = document.GetProperty("version").GetInt32(),
        textHash = document.GetProperty("textHash").GetString(),
    });
}
