using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.Benchmarks.Booking;
using Npgsql;

namespace Journease.Benchmarks.Slots;

/// <summary>Ten people, five rooms and twelve chairs, a busy month ahead of them and as long a past as is asked for.</summary>
internal sealed class SearchedPractice : IDisposable
{
    private const int Participants = 3;
    private const int Rooms = 5;
    private const int Chairs = 12;
    private static readonly string[] Roles = [.. Enumerable.Repeat("prescriber", 3), .. Enumerable.Repeat("nurse", 6), "therapist"];

    private readonly HttpClient client;
    private readonly NpgsqlDataSource database;
    private readonly List<Guid> people = [];
    private Guid siteId;

    private SearchedPractice(HttpClient client, NpgsqlDataSource database) => (this.client, this.database) = (client, database);

    public static async Task<SearchedPractice> OpenAsync(Uri scheduling, MeasuredIssuer issuer, string connectionString)
    {
        var practice = new SearchedPractice(new() { BaseAddress = new Uri(scheduling, "/scheduling/v1/") }, NpgsqlDataSource.Create(connectionString));
        practice.client.DefaultRequestHeaders.Add("X-Journease-Gateway", BenchmarkProcess.GatewaySecret);
        practice.SignIn(issuer.TokenFor("administrator", "scheduling"));
        var siteId = practice.siteId = await practice.CreateAsync("sites", new { name = "Searched", zone = "America/New_York" });
        var week = new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }
            .Select(day => new { siteId, day, from = new TimeOnly(9, 0), to = new TimeOnly(17, 0) }).ToList();
        foreach (var role in Roles)
        {
            practice.people.Add(await practice.CreateAsync("practitioners", new { accountId = Guid.CreateVersion7(), name = role, roles = new[] { role }, workingHours = week }));
        }
        for (var number = 1; number <= Rooms; number++)
        {
            await practice.CreateAsync("rooms", new { siteId, name = $"Room {number}", seats = 4 });
        }
        for (var number = 1; number <= Chairs; number++)
        {
            await practice.CreateAsync("equipment", new { siteId, kind = "chair", name = $"Chair {number}" });
        }
        practice.SignIn(issuer.TokenFor("client", "scheduling"));
        return practice;
    }

    /// <summary>Every person has a session on most of the coming days.</summary>
    public Task BookAheadAsync() => InsertAsync("date_trunc('day', now()) + (n / 10 + 1) * interval '1 day' + interval '14 hours' + (n % 10) * interval '25 minutes'", 0, 300);

    /// <summary>Sessions without a gap, back from yesterday, so many for all people together.</summary>
    public Task HaveBookedAsync(int from, int to) => InsertAsync("date_trunc('day', now()) - (n / 10 + 1) * interval '80 minutes'", from, to);

    public Task SearchOneAsync() => SearchAsync($"sessionType=preparation&practitionerId={people[^1]}");

    public Task SearchAllAsync() => SearchAsync($"sessionType=dosing&participants={Participants}");

    public void Dispose()
    {
        client.Dispose();
        database.Dispose();
    }

    private async Task SearchAsync(string wish)
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(1);
        using var answer = await client.GetAsync($"slots?{wish}&from={Uri.EscapeDataString(from.ToString("O"))}&to={Uri.EscapeDataString(from.AddDays(30).ToString("O"))}");
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        if (!body.RootElement.TryGetProperty("items", out var items) || items.GetArrayLength() == 0)
        {
            throw new InvalidOperationException($"No free time was found: {body.RootElement}");
        }
    }

    // One appointment and one claim for each number; people take turns.
    private async Task InsertAsync(string start, int from, int to)
    {
        await using var insert = database.CreateCommand($"""
            WITH session AS (
              SELECT gen_random_uuid() AS id, ($1::uuid[])[n % 10 + 1] AS person, {start} AS starts_at
              FROM generate_series($2::bigint, $3::bigint - 1) AS n),
            appointment AS (
              INSERT INTO scheduling.appointment (id, client_id, session_type, site_id, starts_at, ends_at, status, version)
              SELECT id, gen_random_uuid(), 'preparation', $4, starts_at, starts_at + interval '30 minutes', 'Booked', 1 FROM session)
            INSERT INTO scheduling.claim (number, appointment_id, kind, resource_id, during)
            SELECT 1, id, 'Practitioner', person, tstzrange(starts_at, starts_at + interval '30 minutes') FROM session
            """);
        insert.CommandTimeout = 900;
        insert.Parameters.Add(new() { Value = people.ToArray() });
        insert.Parameters.Add(new() { Value = (long)from });
        insert.Parameters.Add(new() { Value = (long)to });
        insert.Parameters.Add(new() { Value = siteId });
        await insert.ExecuteNonQueryAsync();
    }

    private void SignIn(string token) => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private async Task<Guid> CreateAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<Created>())!.Id
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private sealed record Created(Guid Id);
}
