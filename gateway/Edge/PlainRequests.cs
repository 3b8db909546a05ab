using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Journease.Gateway.Edge;

/// <summary>
/// Refuses requests that two programs could read in two ways, before any of them acts on its own reading: other hosts' names,
/// paths with tricks in them, bodies where none belong, and lengths said twice.
/// </summary>
internal static class PlainRequests
{
    private static readonly string[] RefusedMethods = ["TRACE", "TRACK", "CONNECT"];

    // A slash, backslash, dot or control character that is written so that somebody may overlook it.
    private static readonly string[] Tricks = ["//", "\\", "/./", "/../", "%2f", "%5c", "%2e", "%00", "%0d", "%0a", "%09", "%25"];

    public static void UsePlainRequests(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        app.Use(async (http, next) =>
        {
            if (Refusal(http, address) is { } refusal)
            {
                await refusal.Problem.Because(refusal.Detail).ExecuteAsync(http);
                return;
            }
            await next(http);
        });
    }

    private static (ProblemType Problem, string Detail)? Refusal(HttpContext http, PublicAddress address)
    {
        var request = http.Request;
        if (RefusedMethods.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
        {
            return (CommonProblems.MethodNotAllowed, "Use the methods that the API names.");
        }
        if (!address.Answers(request.Host) && !request.Path.Equals("/health") && !request.Path.Equals("/alive"))
        {
            return (CommonProblems.Invalid, "This host is not served here.");
        }
        if (HasTricks(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
        {
            return (CommonProblems.Invalid, "Write the path plainly.");
        }
        if (request.Headers.ContainsKey("X-Content-Length"))
        {
            // What Kestrel makes of a Content-Length beside a Transfer-Encoding.
            return (CommonProblems.Invalid, "Say the length of the body once.");
        }
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0))
        {
            return (CommonProblems.Invalid, "What reads carries no body.");
        }
        return null;
    }

    private static bool HasTricks(string target)
    {
        var path = target.AsSpan();
        var end = path.IndexOf('?');
        path = end < 0 ? path : path[..end];
        if (path.Length > 0 && path[0] != '/')
        {
            // The absolute form: Kestrel has held its host against the Host header.
            var scheme = path.IndexOf("://");
            path = scheme < 0 ? path : path[(scheme + 3)..];
        }
        if (path.EndsWith("/..") || path.EndsWith("/."))
        {
            return true;
        }
        foreach (var trick in Tricks)
        {
            if (path.Contains(trick, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
