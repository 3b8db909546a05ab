using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Journease.Benchmarks.Booking;

/// <summary>A practice with therapists and rooms enough that no booking stands in another's way, set up through the API.</summary>
internal sealed class MeasuredPractice : IDisposable
{
    private const int Staffed = 12;
    private const int Days = 170;
    private const int ContestedDay = 175;
    private const int SessionsPerDay = 9;
    private const int OpensAt = 7;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(75);

    private readonly HttpClient client;
    private readonly List<Guid> therapists = [];
    private readonly DateTimeOffset today = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    private MeasuredPractice(HttpClient client) => this.client = client;

    public Guid SiteId { get; private set; }

    public static async Task<MeasuredPractice> OpenAsync(Uri scheduling, MeasuredIssuer issuer)
    {
        var practice = new MeasuredPractice(new() { BaseAddress = new Uri(scheduling, "/scheduling/v1/") });
        practice.client.DefaultRequestHeaders.Add("X-Journease-Gateway", BenchmarkProcess.GatewaySecret);
        practice.SignIn(issuer.TokenFor("administrator", "scheduling"));
        practice.SiteId = await practice.CreateAsync("sites", new { name = "Measured", zone = "UTC" });
        var week = Enum.GetNames<DayOfWeek>().Select(day => new
        {
            siteId = practice.SiteId,
            day = day.ToLowerInvariant(),
            from = new TimeOnly(OpensAt, 0),
            to = new TimeOnly(OpensAt + 12, 0),
        }).ToList();
        for (var number = 1; number <= Staffed; number++)
        {
            await practice.CreateAsync("rooms", new { siteId = practice.SiteId, name = $"Room {number}" });
            practice.therapists.Add(await practice.CreateAsync("practitioners", new
            {
                accountId = Guid.CreateVersion7(),
                name = $"Therapist {number}",
                roles = new[] { "therapist" },
                workingHours = week,
            }));
        }
        practice.SignIn(issuer.TokenFor("coordinator", "scheduling"));
        return practice;
    }

    /// <summary>Books the time with this number; each is free, and neighbouring numbers lie on different days.</summary>
    public async Task BookAsync(int number)
    {
        var (turn, day) = Math.DivRem(number, Days);
        var (therapist, session) = Math.DivRem(turn, SessionsPerDay);
        if (therapist >= Staffed)
        {
            throw new InvalidOperationException("The practice is booked out: measure for a shorter time.");
        }
        using var answer = await PostAsync("appointments", Wish(therapist, day + 2, session));
        await RequireCreatedAsync(answer);
    }

    /// <summary>Somebody new asks for the one time that everybody wants.</summary>
    public async Task<HttpStatusCode> TryContestedAsync()
    {
        using var answer = await PostAsync("appointments", Wish(0, ContestedDay, 0));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();

    private object Wish(int therapist, int day, int session) => new
    {
        sessionType = "preparation",
        startsAt = today.AddDays(day).AddHours(OpensAt) + (session * Held),
        practitionerId = therapists[therapist],
        clientId = Guid.CreateVersion7(),
    };

    private void SignIn(string token) => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private async Task<Guid> CreateAsync(string path, object body)
    {
        using var answer = await PostAsync(path, body);
        await RequireCreatedAsync(answer);
        return (await answer.Content.ReadFromJsonAsync<Created>())!.Id;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await client.SendAsync(request);
    }

    private static async Task RequireCreatedAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private sealed record Created(Guid Id);
}
