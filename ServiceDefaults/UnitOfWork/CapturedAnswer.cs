using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>An answer held back until its transaction is committed.</summary>
internal sealed record CapturedAnswer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] KeptHeaders = ["Content-Type", "Location", "ETag", "Cache-Control", "Retry-After"];

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>Runs the result of a handler against a buffer instead of the caller's connection.</summary>
    public static async Task<CapturedAnswer> FromAsync(HttpContext http, object? result)
    {
        var response = http.Response;
        var connection = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            switch (result)
            {
                case IResult typed:
                    await typed.ExecuteAsync(http);
                    break;
                case not null:
                    await TypedResults.Ok(result).ExecuteAsync(http);
                    break;
            }
        }
        finally
        {
            response.Body = connection;
        }

        var headers = KeptHeaders.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString());
        var answer = new CapturedAnswer(response.StatusCode, headers, buffer.ToArray());
        answer.TakeBackFrom(response);
        return answer;
    }

    public async Task SendAsync(HttpResponse response, CancellationToken ct)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }
        await response.Body.WriteAsync(Body, ct);
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static CapturedAnswer FromBytes(byte[] bytes) => JsonSerializer.Deserialize<CapturedAnswer>(bytes)!;

    // The whole act may run again after a lost connection; nothing of this try may show through then.
    private void TakeBackFrom(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = null;
        foreach (var name in Headers.Keys)
        {
            response.Headers.Remove(name);
        }
    }
}
