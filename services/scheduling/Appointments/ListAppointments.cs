using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Appointments;

/// <summary>A person's appointments in order of time; for staff those they hold, or those of one client.</summary>
internal static class ListAppointments
{
    /// <param name="Items">In order of time.</param>
    /// <param name="Next">Give it back as <c>after</c> to read on; null on the last page.</param>
    public sealed record Response(IReadOnlyList<GetAppointment.Response> Items, string? Next);

    internal static void MapListAppointments(this RouteGroupBuilder appointments) =>
        appointments.MapGet("/", HandleAsync)
            .Refuses(AppointmentProblems.UnknownCursor, CommonProblems.NotFound)
            .WithName(nameof(ListAppointments))
            .WithSummary("List one's own appointments; staff may name a client")
            .RequireAuthorization();

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, CancellationToken ct,
        Guid? clientId = null, DateTimeOffset? from = null, [MaxLength(80)] string? after = null, [Range(1, 100)] int limit = 50)
    {
        if (clientId is not null && clientId != caller.Id && !caller.IsStaff())
        {
            return CommonProblems.NotFound.Because("You can see your own appointments.");
        }

        var held = db.HeldBy(caller.Id).Select(a => a.Id);
        var asked = clientId is { } client
            ? db.VisibleTo(caller).Where(a => a.ClientId == client)
            : db.Appointments.Where(a => a.ClientId == caller.Id || held.Contains(a.Id));
        if (from is { } earliest)
        {
            asked = asked.Where(a => a.EndsAt > earliest.ToUniversalTime());
        }
        if (after is not null)
        {
            var (time, id) = Parse(after);
            asked = asked.Where(a => a.StartsAt > time || (a.StartsAt == time && a.Id > id));
        }

        var page = await asked.AsNoTracking().OrderBy(a => a.StartsAt).ThenBy(a => a.Id).Take(limit + 1).ToListAsync(ct);
        audit.About(page.Take(limit).Select(appointment => appointment.ClientId));
        var zones = await db.Sites.ToDictionaryAsync(site => site.Id, site => site.Zone, ct);
        var next = page.Count > limit ? Cursor(page[limit - 1]) : null;
        return TypedResults.Ok(new Response([.. page.Take(limit).Select(a => GetAppointment.Response.Of(a, zones[a.SiteId]))], next));
    }

    private static string Cursor(Appointment last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.StartsAt.UtcTicks}_{last.Id:N}");

    private static (DateTimeOffset Time, Guid Id) Parse(string cursor)
    {
        var parts = cursor.Split('_');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out var id)
                ? (new(ticks, TimeSpan.Zero), id)
                : throw AppointmentProblems.UnknownCursor.Broken("Give the value of next as you received it.", "after");
    }
}
