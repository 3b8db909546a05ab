namespace Journease.Gateway.Edge;

/// <summary>What every answer says about itself, whoever wrote it. Where a service has said something, that stays.</summary>
internal static class AnswerHeaders
{
    private const string HalfAYear = "max-age=15768000";

    // For what is no page. Pages bring a policy of their own.
    private static readonly (string Name, string Value)[] Usual =
    [
        ("Referrer-Policy", "no-referrer"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void UseAnswerHeaders(this WebApplication app)
    {
        var https = app.Services.GetRequiredService<PublicAddress>().IsHttps;
        app.Use((http, next) =>
        {
            http.Response.OnStarting(static state =>
            {
                var (http, https) = ((HttpContext, bool))state;
                Complete(http, https);
                return Task.CompletedTask;
            }, (http, https));
            return next(http);
        });
    }

    private static void Complete(HttpContext http, bool https)
    {
        var headers = http.Response.Headers;
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        headers.XContentTypeOptions = "nosniff";
        if (https)
        {
            headers.StrictTransportSecurity = HalfAYear;
        }
        foreach (var (name, value) in Usual)
        {
            if (!headers.ContainsKey(name))
            {
                headers[name] = value;
            }
        }
        if (headers.CacheControl.Count == 0)
        {
            // What somebody with a token was shown is kept nowhere. What everybody may see and carries a version may be
            // kept, and is asked about before it is shown again.
            var everybodys = http.Request.Headers.Authorization.Count == 0 && headers.ETag.Count > 0;
            headers.CacheControl = everybodys ? "no-cache" : "no-store";
        }
    }
}
