namespace Journease.MailCatcher.Messages;

/// <summary>The caught messages: as pages for people, as JSON for tests.</summary>
internal static class MessageEndpoints
{
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Mail is somebody else's HTML: no script, no picture from elsewhere, no origin of ours. Its links open in a window of their own.
    private const string MailPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (CaughtMessages messages, HttpResponse response) => Html(response, MessagePages.List(messages.All), PagePolicy));
        app.MapGet("/messages", (CaughtMessages messages) => messages.All);
        app.MapDelete("/messages", (CaughtMessages messages) => messages.Clear());
        app.MapGet("/messages/{number:int}", (int number, CaughtMessages messages, HttpResponse response) =>
            Find(messages, number) is { } message ? Html(response, MessagePages.One(message), PagePolicy) : Results.NotFound());
        app.MapGet("/messages/{number:int}/html", (int number, CaughtMessages messages, HttpResponse response) =>
            Find(messages, number) is { } message ? Html(response, MessagePages.Content(message), MailPolicy) : Results.NotFound());
    }

    private static CaughtMessage? Find(CaughtMessages messages, int number) =>
        messages.All.FirstOrDefault(message => message.Number == number);

    private static IResult Html(HttpResponse response, string html, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
