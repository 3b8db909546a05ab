using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>Names one request for ever: who, what, which key; and what was in it.</summary>
internal static class RequestIdentity
{
    /// <summary>Scoped to caller, method and address, so that nobody meets an answer that was given to somebody else.</summary>
    public static string KeyOf(HttpContext http, string idempotencyKey)
    {
        var caller = http.User.FindFirst("sub")?.Value ?? http.User.FindFirst("client_id")?.Value ?? "anonymous";
        var whole = $"{caller}\n{http.Request.Method}\n{http.Request.Path}\n{idempotencyKey}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    public static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken ct)
    {
        request.Body.Position = 0;
        return await SHA256.HashDataAsync(request.Body, ct);
    }
}
