using System.Net;
using System.Text;
using System.Text.Json;
using Journease.Contracts.Identity;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

/// <summary>A stolen database tells nobody what people wrote.</summary>
[Trait("Needs", "servers")]
public sealed class SealingTheRecordTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Fact]
    public async Task Nothing_that_anybody_wrote_can_be_read_in_the_database()
    {
        var canary = $"canary-{Guid.CreateVersion7():N}";
        await WriteEverywhereAsync(canary);

        Assert.Empty(await TablesWithAsync(canary));
        Assert.Empty(await TablesWithAsync(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary))));
        Assert.Contains("intake.emergency_access", await TablesWithAsync("ImmediateDanger")); // the search itself finds what is there
    }

    [Fact]
    public async Task Answers_and_scores_lie_there_as_bytes_that_only_their_own_row_opens()
    {
        var client = intake.NewClient();
        var (one, other) = (await client.AnswersAsync("phq-9", Answers.All("phq-9", 1)), await client.AnswersAsync("phq-9", Answers.All("phq-9", 3)));

        await intake.ScalarAsync<object>(
            $"UPDATE intake.questionnaire_response SET answers = (SELECT answers FROM intake.questionnaire_response WHERE id = '{one}') WHERE id = '{other}'");

        await client.Http.GetAsync($"/intake/v1/responses/{one}", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        await client.Http.GetAsync($"/intake/v1/responses/{other}", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("\"9\"", await intake.ScalarAsync<string>($"SELECT encode(answers, 'escape') FROM intake.questionnaire_response WHERE id = '{one}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_the_account_keeps_the_record_and_the_end_of_its_retention_forgets_it()
    {
        var (client, reviewId) = await intake.ClientInReviewAsync();
        await intake.Prescriber.PostOnceAsync($"/intake/v1/reviews/{reviewId}/decision", await intake.DecisionAsync(reviewId, "refer")).ExpectAsync(HttpStatusCode.OK);
        await intake.DeliverAsync(new AccountClosed
        {
            EventId = Guid.CreateVersion7(), OccurredAt = TimeProvider.System.GetUtcNow(), SubjectId = client.Id, AggregateId = client.Id, AggregateVersion = 9,
        });

        await Eventually.TrueAsync(async () => await RetentionAsync(client) is not null);
        Assert.InRange((await RetentionAsync(client))!.Value, DateTime.UtcNow.AddYears(6), DateTime.UtcNow.AddYears(11));
        Assert.Equal("As discussed.", Reasons(await intake.ReviewAsync(reviewId)));

        await intake.ScalarAsync<object>($"UPDATE keys.data_key SET wrapped = NULL, destroyed_at = now() WHERE owner = '{client.Id}'");
        var forgotten = await intake.ReviewAsync(reviewId);
        Assert.Equal("(no longer kept)", Reasons(forgotten));
        Assert.All(forgotten.GetProperty("responses").EnumerateArray(), response => Assert.Empty(response.GetProperty("answers").EnumerateObject()));
        Assert.Empty((await intake.ExportOfAsync(client.Id)).OfType<Hl7.Fhir.Model.QuestionnaireResponse>());
    }

    private async Task<DateTime?> RetentionAsync(Person client)
    {
        var kept = await intake.ScalarAsync<DateTime>($"SELECT retention_until FROM keys.data_key WHERE owner = '{client.Id}' AND purpose = 'Record'");
        return kept == default ? null : kept;
    }

    private static string? Reasons(JsonElement review) => review.GetProperty("decision").GetProperty("reasons").GetString();

    // Every act that takes words.
    private async Task WriteEverywhereAsync(string canary)
    {
        var inquiry = await intake.Anonymous.PostOnceAsync("/intake/v1/inquiries", new { name = canary, message = canary, contactWay = "email", contact = $"{canary}@example.org" })
            .ReadAsync<JsonElement>(HttpStatusCode.Created);
        await intake.Coordinator.PostOnceAsync($"/intake/v1/inquiries/{inquiry.GetProperty("inquiryId")}/answer", new { note = canary }).ExpectAsync(HttpStatusCode.OK);

        var (client, reviewId) = await intake.ClientInReviewAsync(item9: 1);
        var concern = $"/intake/v1/concerns/{(await intake.ConcernOfAsync(client)).GetProperty("concernId")}";
        await intake.Prescriber.PostOnceAsync(concern + "/acknowledge").ExpectAsync(HttpStatusCode.OK);
        await intake.Prescriber.PostOnceAsync(concern + "/close", new { note = canary }).ExpectAsync(HttpStatusCode.OK);
        var version = (await intake.ReviewAsync(reviewId)).GetProperty("version").GetInt64();
        var decided = await intake.Prescriber.PostOnceAsync(
            $"/intake/v1/reviews/{reviewId}/decision", new { version, decision = "clear", reasons = canary, inPersonEvaluation = true, prescriptionMonitoringChecked = true })
            .ReadAsync<JsonElement>();
        await intake.Prescriber.PostOnceAsync($"/intake/v1/clearances/{decided.GetProperty("clearanceId")}/withdraw", new { reason = canary }).ExpectAsync(HttpStatusCode.OK);
        await intake.ClientFor(Guid.CreateVersion7(), Roles.Nurse)
            .PostOnceAsync($"/intake/v1/clients/{client.Id}/emergency-access", new { reason = "immediate-danger", words = canary }).ExpectAsync(HttpStatusCode.Created);
    }

    // Every row of every table, as text; bytes come out as hexadecimal digits.
    private async Task<IReadOnlyList<string>> TablesWithAsync(string text)
    {
        await using var database = Npgsql.NpgsqlDataSource.Create(intake.ConnectionString);
        var tables = new List<string>();
        await using (var list = database.CreateCommand(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
        await using (var reader = await list.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var search = database.CreateCommand($"SELECT EXISTS (SELECT FROM {table} AS line WHERE line::text ILIKE '%' || @text || '%')");
            search.Parameters.AddWithValue("text", text);
            if (await search.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
            {
                found.Add(table);
            }
        }
        return found;
    }
}
