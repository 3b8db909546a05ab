using Journease.Scheduling.Gates;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Appointments;

/// <summary>A prescriber lets a session on hold take place after all, when its conditions are met again.</summary>
internal static class ReleaseAppointment
{
    internal static void MapReleaseAppointment(this RouteGroupBuilder appointments) =>
        appointments.MapPost("/{id:guid}/release", HandleAsync)
            .Refuses(AppointmentProblems.NotOpen, GateProblems.NotCleared)
            .WithName(nameof(ReleaseAppointment))
            .WithSummary("Release an appointment that is on hold")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Prescriber))
            .RequireIdempotencyKey();

    internal static async Task<Results<Ok<GetAppointment.Response>, ProblemHttpResult>> HandleAsync(
        Guid id, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, HttpResponse response, CancellationToken ct)
    {
        if (await db.Appointments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } seen)
        {
            return CommonProblems.NotFound.Because("There is no appointment with this id.");
        }

        audit.About(seen.ClientId);
        // The gate first, then the appointment: the same order as everywhere.
        var missing = await GateDecision.MissingAsync(db, GateStage.Booked, seen.ClientId, seen.StartsAt, seen.EndsAt, id, ct);
        var appointment = await db.LockVisibleAsync(id, caller, ct);
        if (appointment!.Status == AppointmentStatus.Held && missing.Count > 0)
        {
            return GateProblems.Because(missing);
        }

        appointment.Release();
        await db.SaveChangesAsync(ct);
        response.SetEtag(appointment);
        return TypedResults.Ok(await db.DescribeAsync(appointment, ct));
    }
}
