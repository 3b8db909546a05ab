using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.Portal.Tests.Stubs;

/// <summary>What the services say about the signed-in person, to whoever brings one of the issuer's tokens.</summary>
internal static class StubJourney
{
    public static void Map(WebApplication app, StubIssuer issuer)
    {
        void Get(string path, object answer) => app.MapGet(path, (HttpRequest request) =>
            issuer.Knows(request.Headers.Authorization) ? Results.Json(answer) : Results.StatusCode(StatusCodes.Status401Unauthorized));

        Get("/intake/v1/packet", new
        {
            state = "in-progress",
            next = new { what = "Go on with the questionnaires where you stopped.", who = "You", when = "Whenever you like" },
        });
        Get("/scheduling/v1/appointments", new
        {
            items = new[]
            {
                new { id = Guid.CreateVersion7(), sessionType = "preparation", startsAt = "2027-01-12T14:30:00-05:00", endsAt = "2027-01-12T15:30:00-05:00", zone = "America/New_York", status = "booked" },
                new { id = Guid.CreateVersion7(), sessionType = "dosing", startsAt = "2027-01-19T09:00:00-05:00", endsAt = "2027-01-19T12:00:00-05:00", zone = "America/New_York", status = "held" },
                new { id = Guid.CreateVersion7(), sessionType = "dosing", startsAt = "2027-01-20T09:00:00-05:00", endsAt = "2027-01-20T12:00:00-05:00", zone = "America/New_York", status = "cancelled" },
            },
            next = (string?)null,
        });
        Get("/scheduling/v1/session-types", new
        {
            items = new[] { new { code = "preparation", name = "Preparation" }, new { code = "dosing", name = "Ketamine session" } },
        });
        Get("/notifications/v1/messages", new
        {
            items = new[] { new { messageId = Guid.CreateVersion7(), text = "You have a new appointment. Sign in to see it.", recordedAt = "2026-11-23T10:00:00Z", readAt = (string?)null } },
            next = (string?)null,
        });
    }
}
