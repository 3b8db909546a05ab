using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Journease.Platform.Tests;

/// <summary>
/// Somebody with an app that does what the API tells app developers to do: it repeats a request, with the same
/// Idempotency-Key, until the platform has answered it.
/// </summary>
internal sealed class Person(Uri gateway, string? token = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        BaseAddress = gateway,
        Timeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>How often a request had to be repeated.</summary>
    public int Repeated { get; private set; }

    public static async Task<Person> SignedInAsync(Uri gateway, string account) =>
        new(gateway, await SignIn.AccessTokenAsync(gateway, account));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body ?? new { }, key: Guid.CreateVersion7());

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, Guid? key = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path);
                request.Content = body is null ? null : JsonContent.Create(body);
                request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
                if (key is { } one)
                {
                    request.Headers.Add("Idempotency-Key", one.ToString());
                }

                using var response = await http.SendAsync(request, patience.Token);
                if (response.StatusCode < HttpStatusCode.InternalServerError && response.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token), response.Headers.ETag?.ToString());
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !patience.IsCancellationRequested))
            {
                // No answer: it may have been done or not. The same key makes asking again harmless.
            }
            Repeated++;
            await Task.Delay(Pause, patience.Token);
        }
    }
}

/// <summary>What the platform said in the end.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, string? Etag)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The answer's JSON; fails with the whole answer where the status is another.</summary>
    public JsonElement Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {(int)status}, got {(int)Status}: {Text}");
        return Text.Length == 0 ? default : Json;
    }

    public Guid Id(string property) => Json.GetProperty(property).GetGuid();
}
