using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Journease.Portal.Tests.Stubs;

/// <summary>Stands in for the gateway, so that every state of every page can be seen: with its answers, its failures, and the issuer behind it.</summary>
public sealed class StubGateway : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Body, JsonObject Answer)> kept = new();
    private readonly ConcurrentDictionary<string, int> away = new();
    private readonly WebApplication app;

    private StubGateway()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        Issuer = new StubIssuer(() => Address);
        app.Use(BeAwayAsync);
        Issuer.Map(app);
        StubArticles.Map(app);
        app.MapPost("/intake/v1/inquiries", ReceiveAsync);
        StubJourney.Map(app, Issuer);
        StubExports.Map(app, Issuer);
        StubPreferences.Map(app, Issuer);
        Staff.Map(app, Issuer);
    }

    public StubIssuer Issuer { get; }

    public StubStaff Staff { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>What was kept, one entry for each inquiry.</summary>
    public IReadOnlyList<string> Inquiries => [.. kept.Values.Select(inquiry => inquiry.Body)];

    public static async Task<StubGateway> StartAsync()
    {
        var gateway = new StubGateway();
        await gateway.app.StartAsync();
        gateway.Address = new Uri(gateway.app.Urls.Single());
        return gateway;
    }

    /// <summary>From now on what is below this prefix answers with this status, as the gateway does when a service is away.</summary>
    public void SetAway(string prefix, int status = StatusCodes.Status503ServiceUnavailable) => away[prefix] = status;

    public void SetBack(string prefix) => away.TryRemove(prefix, out _);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task BeAwayAsync(HttpContext http, RequestDelegate next)
    {
        if (away.FirstOrDefault(part => http.Request.Path.StartsWithSegments(part.Key)) is { Key: not null } gone)
        {
            http.Response.StatusCode = gone.Value;
            return;
        }
        await next(http);
    }

    // As intake does it: the same key and body answer the same, another body under the same key is refused.
    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return Results.BadRequest();
        }
        var answer = new JsonObject { ["answeredBy"] = "Robin, our coordinator", ["answeredWhen"] = "By tomorrow at noon" };
        var first = kept.GetOrAdd(key, (body, answer));
        return first.Body == body ? Results.Json(first.Answer, statusCode: StatusCodes.Status201Created) : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
    }
}
