using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Journease.Scheduling.Appointments;

/// <summary>One appointment, for the person it is for, those who hold it, coordinators and prescribers.</summary>
internal static class GetAppointment
{
    /// <param name="StartsAt">With the offset of the site, so that it reads as the clock there.</param>
    public sealed record Response(
        Guid Id, Guid ClientId, string SessionType, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Zone,
        Guid SiteId, Guid? RoomId, IReadOnlyList<Guid> PractitionerIds, AppointmentStatus Status)
    {
        internal static Response Of(Appointment appointment, string zone) => new(
            appointment.Id,
            appointment.ClientId,
            appointment.SessionType,
            On(zone, appointment.StartsAt),
            On(zone, appointment.EndsAt),
            zone,
            appointment.SiteId,
            appointment.RoomId,
            [.. appointment.PractitionerIds],
            appointment.Status);

        private static DateTimeOffset On(string zone, DateTimeOffset time) =>
            Instant.FromDateTimeOffset(time).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset();
    }

    internal static void MapGetAppointment(this RouteGroupBuilder appointments) =>
        appointments.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetAppointment))
            .WithSummary("Read one appointment")
            .RequireAuthorization();

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, HttpResponse response, CancellationToken ct)
    {
        if (await db.VisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } appointment)
        {
            return CommonProblems.NotFound.Because("You have no appointment with this id.");
        }

        audit.About(appointment.ClientId);
        response.SetEtag(appointment);
        return TypedResults.Ok(await db.DescribeAsync(appointment, ct));
    }

    /// <summary>The answer of every act on one appointment.</summary>
    internal static async Task<Response> DescribeAsync(this SchedulingDbContext db, Appointment appointment, CancellationToken ct) =>
        Response.Of(appointment, await db.Sites.Where(site => site.Id == appointment.SiteId).Select(site => site.Zone).SingleAsync(ct));
}
