using System.Net;
using System.Text.Json;
using Hl7.Fhir.Model;
using Journease.Contracts.Identity;
using Journease.PersonExport;
using Journease.Testing;
using Journease.Testing.Services;
using Task = System.Threading.Tasks.Task;

namespace Journease.Intake.Tests.Integration;

/// <summary>A person's copy of everything about them.</summary>
[Trait("Needs", "servers")]
public sealed class ExportingEverythingTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    private const string Exports = "/intake/v1/exports";

    [Fact]
    public async Task Everything_is_gathered_and_can_be_fetched_as_valid_FHIR_and_as_a_page()
    {
        var (client, _) = await intake.ClientInReviewAsync(phqAnswer: 2);

        var export = await ReadyAsync(client, await RequestAsync(client));

        Assert.Equal(TimeSpan.FromDays(7), export.GetProperty("expiresAt").GetDateTimeOffset() - export.GetProperty("readyAt").GetDateTimeOffset());
        Assert.Empty(export.GetProperty("notIncluded").EnumerateArray());
        var bundle = await DownloadAsync(client, export, "bundle.json");
        Assert.Equal(("application/fhir+json", "attachment", "no-store"), (bundle.Content.Headers.ContentType!.MediaType, bundle.Content.Headers.ContentDisposition!.DispositionType, bundle.Headers.CacheControl!.ToString()));
        var resources = FhirR4.Parse(await bundle.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Entry.Select(entry => entry.Resource).ToList();
        Assert.IsType<Patient>(resources[0]);
        Assert.Equal(2, resources.OfType<QuestionnaireResponse>().Count());
        Assert.Single(resources.OfType<Basic>());

        var page = await DownloadAsync(client, export, "page.html");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("text/html", "attachment"), (page.Content.Headers.ContentType!.MediaType, page.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("You are called Robin.", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What is not in this copy", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_away_is_asked_again_and_its_part_comes_later()
    {
        var client = intake.NewClient();
        intake.Others.Away[("scheduling", client.Id)] = true;
        var id = await RequestAsync(client);
        await Eventually.TrueAsync(() => intake.Others.Asked.Contains(("scheduling", client.Id)));

        intake.Others.Away.Clear();

        var export = await ReadyAsync(client, id);
        Assert.Empty(export.GetProperty("notIncluded").EnumerateArray());
        Assert.Equal(1, intake.Others.Asked.Count(asked => asked == ("identity", client.Id)));
    }

    [Fact]
    public async Task A_service_that_stays_away_is_named_in_the_copy_after_some_tries()
    {
        var client = intake.NewClient();
        intake.Others.Away[("groups", client.Id)] = true;

        var export = await ReadyAsync(client, await RequestAsync(client));

        Assert.Equal(["groups"], export.GetProperty("notIncluded").EnumerateArray().Select(service => service.GetString()));
        Assert.Equal(3, intake.Others.Asked.Count(asked => asked == ("groups", client.Id)));
        var bundle = await (await DownloadAsync(client, export, "bundle.json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Not included: groups", FhirR4.Parse(bundle).Entry.Select(entry => entry.Resource).OfType<OperationOutcome>().Single().Issue[0].Diagnostics);
        var page = await (await DownloadAsync(client, export, "page.html")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Not included: groups.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_lies_sealed_and_is_deleted_when_its_days_are_over()
    {
        var client = intake.NewClient();
        var export = await ReadyAsync(client, await RequestAsync(client));
        var id = export.GetProperty("exportId").GetGuid();
        Assert.Equal(0, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.export WHERE id = '{id}' AND (encode(bundle, 'escape') LIKE '%Robin%' OR encode(page, 'escape') LIKE '%Robin%')"));
        Assert.Equal(0, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.export_part WHERE export_id = '{id}'"));

        await intake.ScalarAsync<object>($"UPDATE intake.export SET expires_at = now() WHERE id = '{id}'");

        await Eventually.TrueAsync(async () => await StateAsync(client, id) == "deleted");
        await client.Http.GetAsync($"{Exports}/{id}/bundle.json", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        await client.Http.GetAsync($"{Exports}/{id}/page.html", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        Assert.Equal(1, await intake.ScalarAsync<long>($"SELECT count(*) FROM intake.export WHERE id = '{id}' AND bundle IS NULL AND page IS NULL"));
    }

    [Fact]
    public async Task When_the_account_is_closed_nobody_can_open_it_any_more()
    {
        var client = intake.NewClient();
        var export = await ReadyAsync(client, await RequestAsync(client));
        var id = export.GetProperty("exportId").GetGuid();

        await intake.DeliverAsync(new AccountClosed
        {
            EventId = Guid.CreateVersion7(), OccurredAt = TimeProvider.System.GetUtcNow(), SubjectId = client.Id, AggregateId = client.Id, AggregateVersion = 9,
        });

        await Eventually.TrueAsync(async () =>
            (await client.Http.GetAsync($"{Exports}/{id}/bundle.json", TestContext.Current.CancellationToken)).StatusCode is HttpStatusCode.NotFound);
        var after = await RequestAsync(client);
        await Eventually.TrueAsync(async () => await StateAsync(client, after) == "deleted");
    }

    [Fact]
    public async Task It_is_nobody_elses_and_one_at_a_time()
    {
        var client = intake.NewClient();
        intake.Others.Away[("identity", client.Id)] = true; // so that it takes a moment
        var id = await RequestAsync(client);

        await client.Http.PostOnceAsync(Exports).ProblemAsync(409, "export-under-way");
        await intake.NewClient().Http.GetAsync($"{Exports}/{id}", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        await intake.Administrator.GetAsync($"{Exports}/{id}/bundle.json", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        await intake.Anonymous.GetAsync(Exports, TestContext.Current.CancellationToken).ProblemAsync(401);
        await ReadyAsync(client, id);
        await intake.Prescriber.GetAsync($"{Exports}/{id}/page.html", TestContext.Current.CancellationToken).ProblemAsync(404, "not-found");
        var mine = await client.Http.GetAsync(Exports, TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.Equal([id], mine.GetProperty("exports").EnumerateArray().Select(export => export.GetProperty("exportId").GetGuid()));
    }

    private static async Task<Guid> RequestAsync(Person client) =>
        (await client.Http.PostOnceAsync(Exports).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("exportId").GetGuid();

    private static async Task<JsonElement> ReadyAsync(Person client, Guid id)
    {
        await Eventually.TrueAsync(async () => await StateAsync(client, id) == "ready");
        return await client.Http.GetAsync($"{Exports}/{id}", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
    }

    private static async Task<string?> StateAsync(Person client, Guid id) =>
        (await client.Http.GetAsync($"{Exports}/{id}", TestContext.Current.CancellationToken).ReadAsync<JsonElement>()).GetProperty("state").GetString();

    private static Task<HttpResponseMessage> DownloadAsync(Person client, JsonElement export, string file) =>
        client.Http.GetAsync($"{Exports}/{export.GetProperty("exportId")}/{file}", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
}
