using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;
using Task = System.Threading.Tasks.Task;

namespace Journease.Intake.Tests.Integration;

/// <summary>What intake gives for a person's copy of everything.</summary>
[Trait("Needs", "servers")]
public sealed class ExportingThePartTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task A_client_gets_all_that_intake_knows_and_nothing_of_somebody_else()
    {
        var (client, _) = await intake.ClearedClientAsync();
        await client.SignsAsync("treatment");
        await client.AnswersAsync("phq-9", Answers.All("phq-9", 1, item9: 2));
        await intake.NurseOfAsync(client);
        await intake.ClientFor(Guid.CreateVersion7(), Roles.Therapist)
            .PostOnceAsync($"/intake/v1/clients/{client.Id}/emergency-access", new { reason = "standing-in", words = "Covering tonight." }).ExpectAsync(System.Net.HttpStatusCode.Created);

        var (opened, resources) = Apart(await intake.ExportOfAsync(client.Id));

        Assert.NotEmpty(opened);
        Assert.Equal(
            [
                ("AuditEvent", 1), ("CareTeam", 1), ("ClinicalImpression", 1), ("Consent", 1), ("Flag", 1), ("Observation", 2),
                ("QuestionnaireResponse", 3), ("ServiceRequest", 1),
            ],
            resources.CountBy(resource => resource.TypeName).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.All(resources, resource => Assert.NotEmpty(Words.Of(resource)));
        var draft = resources.OfType<QuestionnaireResponse>().Single(response => response.Status == QuestionnaireResponse.QuestionnaireResponseStatus.InProgress);
        Assert.Equal(2, Assert.IsType<Integer>(draft.Item.Single(item => item.LinkId == "9").Answer[0].Value).Value);
        Assert.Equal("As discussed.", resources.OfType<ClinicalImpression>().Single().Summary);
        Assert.Contains("Covering tonight.", Words.Of(resources.OfType<AuditEvent>().Single())[1], StringComparison.Ordinal);
    }

    // Who read or wrote what day by day is the same in every service; the rest is intake's own.
    private static (IReadOnlyList<AuditEvent> Opened, IReadOnlyList<Resource> Others) Apart(IReadOnlyList<Resource> resources)
    {
        List<AuditEvent> opened = [.. resources.OfType<AuditEvent>().Where(one => one.Type?.Code == "rest")];
        return (opened, [.. resources.Except(opened)]);
    }

    [Fact]
    public async Task Somebody_whom_intake_does_not_know_gets_an_empty_part() => Assert.Empty(await intake.ExportOfAsync(Guid.CreateVersion7()));

    [Fact]
    public async Task What_people_wrote_is_text_in_the_copy_and_never_markup()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        var decision = new { version = 0L, decision = "refer", reasons = "<script>alert(1)</script> & \u0001 \ud83d\ude00" };
        decision = decision with { version = (await intake.ReviewAsync(reviewId)).GetProperty("version").GetInt64() };
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", decision).ExpectAsync(System.Net.HttpStatusCode.OK);

        var told = Words.Of((await intake.ExportOfAsync(client.Id)).OfType<ClinicalImpression>().Single());

        Assert.Equal("What the prescriber wrote: <script>alert(1)</script> &  \ud83d\ude00", told[2]);
    }

    [Fact]
    public async Task No_person_asks_for_it_not_even_for_themselves()
    {
        var client = intake.NewClient();
        await client.Http.GetAsync($"/intake/v1/people/{client.Id}/export", TestContext.Current.CancellationToken).ProblemAsync(403);
        await intake.Administrator.GetAsync($"/intake/v1/people/{client.Id}/export", TestContext.Current.CancellationToken).ProblemAsync(403);
    }
}
