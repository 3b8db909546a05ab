using System.Net.Http.Json;

namespace Journease.Testing.Services;

/// <summary>Writing requests with the headers that writes need.</summary>
public static class Write
{
    /// <summary>A POST with an Idempotency-Key, a new one unless given.</summary>
    public static Task<HttpResponseMessage> PostOnceAsync(this HttpClient client, string path, object? body = null, Guid? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Add("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString());
        return client.SendAsync(request);
    }

    /// <summary>A PUT with the ETag last read as If-Match.</summary>
    public static Task<HttpResponseMessage> PutIfMatchAsync(this HttpClient client, string path, object body, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request);
    }
}
