using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.Portal.Tests.Stubs;

/// <summary>Copies of everything, as intake makes them: asked for, then at once ready without the circles.</summary>
internal static class StubExports
{
    private const string Exports = "/intake/v1/exports";

    public static void Map(WebApplication app, StubIssuer issuer)
    {
        var asked = new ConcurrentDictionary<string, Guid>();
        app.MapGet(Exports, (HttpRequest request) => issuer.Knows(request.Headers.Authorization)
            ? Results.Json(new
            {
                exports = asked.Values.Select(id => new
                {
                    exportId = id,
                    state = "ready",
                    requestedAt = "2026-12-01T15:00:00Z",
                    expiresAt = "2026-12-08T15:00:00Z",
                    notIncluded = new[] { "groups" },
                }),
            })
            : Results.StatusCode(StatusCodes.Status401Unauthorized));
        app.MapPost(Exports, (HttpRequest request) =>
        {
            asked.GetOrAdd(request.Headers["Idempotency-Key"].ToString(), _ => Guid.CreateVersion7());
            return Results.StatusCode(StatusCodes.Status201Created);
        });
        app.MapGet(Exports + "/{id:guid}/page.html", (Guid id) => asked.Values.Contains(id)
            ? Results.Text("<!DOCTYPE html><p>All of it.</p>", "text/html")
            : Results.NotFound());
    }
}
