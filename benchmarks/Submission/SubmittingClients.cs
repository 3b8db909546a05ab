using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Journease.Benchmarks.Booking;

namespace Journease.Benchmarks.Submission;

/// <summary>Clients who answer both questionnaires and send them, each a new person.</summary>
internal sealed class SubmittingClients(Uri intake, MeasuredIssuer issuer) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = intake };

    /// <returns>How many milliseconds the three requests took.</returns>
    public async Task<double> SubmitAsync()
    {
        var token = issuer.TokenFor("client", "intake"); // not part of what is measured
        var started = Stopwatch.GetTimestamp();
        await AnswerAsync(token, "phq-9", 9);
        await AnswerAsync(token, "pcl-5", 20);
        await SendAsync(HttpMethod.Post, "/intake/v1/packet/submit", token, new { });
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public void Dispose() => http.Dispose();

    private Task AnswerAsync(string token, string instrument, int items) => SendAsync(
        HttpMethod.Put, $"/intake/v1/responses/{Guid.CreateVersion7()}", token,
        new { instrument, version = 1, answers = Enumerable.Range(1, items).ToDictionary(item => $"{item}", item => item == 9 && instrument == "phq-9" ? 0 : item % 3) });

    private async Task SendAsync(HttpMethod method, string path, string token, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("X-Journease-Gateway", BenchmarkProcess.GatewaySecret);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
