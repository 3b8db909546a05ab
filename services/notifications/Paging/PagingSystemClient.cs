using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journease.Mail;

namespace Journease.Notifications.Paging;

/// <summary>
/// The practice's paging system. What is posted carries ids and times only, and is signed: header
/// <c>X-Journease-Signature: t=…,v1=…</c>, where v1 is the HMAC-SHA256 of <c>t.body</c> in lower-case hexadecimal.
/// </summary>
internal sealed class PagingSystemClient(HttpClient http, PagingSettings settings, TimeProvider clock)
{
    /// <summary>Throws where it was not taken; also a refusal may be mended at the other side, so that none is final.</summary>
    public async Task PostAsync(SafetyPage page, Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Signed(page) };
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new NotTakenException(new DeliveryFailure($"http {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}", IsFinal: false));
        }
    }

    private ByteArrayContent Signed(SafetyPage page)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Body(page.Id, page.ConcernId, page.Reason is PageReason.Raised ? "raised" : "escalated", page.OccurredAt, page.OnCallIds), JsonSerializerOptions.Web);
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body];
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Secret), signed);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add("X-Journease-Signature", $"t={time},v1={Convert.ToHexStringLower(signature)}");
        return content;
    }

    private sealed record Body(Guid PageId, Guid ConcernId, string Reason, DateTimeOffset OccurredAt, IReadOnlyList<Guid> OnCallIds);
}
