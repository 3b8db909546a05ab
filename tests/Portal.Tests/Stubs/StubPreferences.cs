using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.Portal.Tests.Stubs;

/// <summary>The preferences of the one person that the stub knows, as notifications keeps them.</summary>
internal static class StubPreferences
{
    public static void Map(WebApplication app, StubIssuer issuer)
    {
        var version = 0;
        var kept = JsonNode.Parse("""
            {"email":{"appointments":true,"reminders":true},"push":{"appointments":true,"reminders":false},"sms":{"appointments":false,"reminders":false},
             "reminders":{"oneWeek":true,"oneDay":true,"twoHours":true},"quietHours":{"from":"21:00:00","until":"08:00:00"},"digestAt":null}
            """)!;
        app.MapGet("/notifications/v1/preferences", (HttpContext http) =>
        {
            http.Response.Headers.ETag = $"\"{version}\"";
            return issuer.Knows(http.Request.Headers.Authorization) ? Results.Json(kept) : Results.StatusCode(StatusCodes.Status401Unauthorized);
        });
        app.MapPut("/notifications/v1/preferences", (JsonNode chosen, HttpRequest request) =>
        {
            if (request.Headers.IfMatch != $"\"{version}\"")
            {
                return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
            }
            version++;
            kept = chosen;
            return Results.Json(kept);
        });
        app.MapGet("/notifications/v1/reach", () => Results.Json(new { couldNotReachByEmail = true, since = "2026-12-01T15:00:00Z" }));
    }
}
