namespace Journease.Gateway.Edge;

/// <summary>What every answer says about itself, whoever wrote it. Where a service has said something, that stays.</summary>
internal static class AnswerHeaders
{
    public static void UseAnswerHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            Complete((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    });

    private static void Complete(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Remove("Server");
        headers.XContentTypeOptions = "nosniff";
        if (!headers.ContainsKey("Referrer-Policy"))
        {
            headers["Referrer-Policy"] = "no-referrer";
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
