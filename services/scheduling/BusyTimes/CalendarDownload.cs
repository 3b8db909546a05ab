using System.Net;
using System.Text;
using Journease.Scheduling.Calendars;

namespace Journease.Scheduling.BusyTimes;

/// <summary>
/// Reads a calendar from a link that somebody gave us: by https, from public addresses only, at most so large and so long. It has
/// a client of its own, without the discovery of services that all others have: no link may name one of them.
/// </summary>
internal sealed class CalendarDownload(HttpMessageHandler handler) : IDisposable
{
    private const int MostRedirects = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker client = new(handler);

    public CalendarDownload() : this(new SocketsHttpHandler
    {
        // Each redirect is looked at like the first address.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = PublicAddress.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        // A name may move: do not hold on to what it was.
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
    }

    /// <summary>The address to ask, or null when it is none that may be asked.</summary>
    public static Uri? AddressOf(string link)
    {
        var text = link.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) ? "https://" + link["webcal://".Length..] : link;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && IsAllowed(address) ? address : null;
    }

    /// <summary>The text, or why there is none.</summary>
    public async Task<(string? Text, CalendarFailure? Failure)> ReadAsync(Uri address, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            return await FollowAsync(address, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, CalendarFailure.TooSlow);
        }
        catch (Exception e) when (e is NotPublicException || e.InnerException is NotPublicException)
        {
            return (null, CalendarFailure.NotPublic);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, CalendarFailure.Unreachable);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<(string? Text, CalendarFailure? Failure)> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", "text/calendar");
            using var response = await client.SendAsync(request, ct);
            if (response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400)
            {
                address = new Uri(address, next);
                if (!IsAllowed(address))
                {
                    return (null, CalendarFailure.NotPublic);
                }
                continue;
            }
            return response.StatusCode == HttpStatusCode.OK
                ? await TextAsync(response.Content, ct)
                : (null, CalendarFailure.Refused);
        }
        return (null, CalendarFailure.Refused);
    }

    private static async Task<(string? Text, CalendarFailure? Failure)> TextAsync(HttpContent content, CancellationToken ct)
    {
        await using var body = await content.ReadAsStreamAsync(ct);
        // What it says about its length may be wrong: only what comes is counted.
        var buffer = new byte[CalendarFile.LongestText + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return read > CalendarFile.LongestText
            ? (null, CalendarFailure.TooLarge)
            : (Encoding.UTF8.GetString(buffer, 0, read), null);
    }

    private static bool IsAllowed(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && (!IPAddress.TryParse(address.DnsSafeHost, out var literal) || PublicAddress.Is(literal));
}
