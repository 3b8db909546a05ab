using System.Net;
using System.Text.Json;
using Polly;

namespace Journease.Portal.Gateway;

/// <summary>Asks the gateway for what anybody may read, and sends what needs no account.</summary>
internal class GatewayClient(HttpClient http, ILogger<GatewayClient> logger)
{
    /// <summary>Reads one thing; a part of the platform that is away is an answer, not an exception.</summary>
    public async Task<Reading<T>> ReadAsync<T>(string path, CancellationToken ct)
        where T : class
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
            return response.StatusCode switch
            {
                HttpStatusCode.OK when await response.Content.ReadFromJsonAsync<T>(ct) is { } value => new(ReadingState.Found, value, response.Headers.ETag?.Tag),
                HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotFound => new(ReadingState.Missing, null),
                HttpStatusCode.Unauthorized => new(ReadingState.SignedOut, null),
                HttpStatusCode.Forbidden => new(ReadingState.NotAllowed, null),
                _ => new(ReadingState.Away, null),
            };
        }
        catch (Exception e) when (IsAway(e, ct))
        {
            GatewayLog.Away(logger, e.GetType().Name);
            return new(ReadingState.Away, null);
        }
    }

    /// <summary>Fetches a file; null when there is none or nothing answered.</summary>
    public async Task<byte[]?> FetchAsync(string path, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(ct) : null;
        }
        catch (Exception e) when (IsAway(e, ct))
        {
            GatewayLog.Away(logger, e.GetType().Name);
            return null;
        }
    }

    /// <summary>Sends a new thing under a key, so that sending it again makes no second one. Null when nothing answered.</summary>
    public async Task<HttpResponseMessage?> CreateAsync<T>(string path, T body, string idempotencyKey, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await SendAsync(request, ct);
    }

    /// <summary>Puts something in the place of what the person saw; refused where that has changed since. Null when nothing answered.</summary>
    public async Task<HttpResponseMessage?> ReplaceAsync<T>(string path, T body, string etag, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await SendAsync(request, ct);
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (Exception e) when (IsAway(e, ct))
        {
            GatewayLog.Away(logger, e.GetType().Name);
            return null;
        }
    }

    // ExecutionRejectedException: Polly's time-out and open circuit.
    private static bool IsAway(Exception e, CancellationToken ct) =>
        !ct.IsCancellationRequested && e is HttpRequestException or ExecutionRejectedException or JsonException or OperationCanceledException;
}

/// <summary>Asks the gateway in the signed-in person's name.</summary>
internal sealed class PersonalGatewayClient(HttpClient http, ILogger<GatewayClient> logger) : GatewayClient(http, logger);

internal static partial class GatewayLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The gateway gave no answer: {Failure}")]
    public static partial void Away(ILogger logger, string failure);
}
