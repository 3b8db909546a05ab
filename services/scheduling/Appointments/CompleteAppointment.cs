using Journease.Scheduling.Gates;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Appointments;

/// <summary>Who held a session marks that it took place. A preparation that is done opens part of the gate.</summary>
internal static class CompleteAppointment
{
    internal static void MapCompleteAppointment(this RouteGroupBuilder appointments) =>
        appointments.MapPost("/{id:guid}/complete", HandleAsync)
            .Refuses(AppointmentProblems.NotOpen, AppointmentProblems.NotStarted, GateProblems.NotCleared)
            .WithName(nameof(CompleteAppointment))
            .WithSummary("Mark a session as done, by who held it")
            .RequireAuthorization(policy => policy.RequireRole(Staff.HoldingSessions))
            .RequireIdempotencyKey();

    internal static async Task<Results<Ok<GetAppointment.Response>, ProblemHttpResult>> HandleAsync(
        Guid id, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, HttpResponse response, TimeProvider clock, CancellationToken ct)
    {
        if (await db.LockVisibleAsync(id, caller, ct) is not { } appointment)
        {
            return CommonProblems.NotFound.Because("There is no appointment with this id that you hold.");
        }
        audit.About(appointment.ClientId);
        if (!await db.HeldBy(caller.Id).AnyAsync(held => held.Id == id, ct))
        {
            return CommonProblems.NotAllowed.Because("Only who held the session can mark it as done.");
        }
        // A session that could not have started cannot be done.
        if (appointment.IsDosing && await GateDecision.MissingAsync(
            db, GateStage.Started, appointment.ClientId, appointment.StartsAt, appointment.EndsAt, id, ct) is { Count: > 0 } missing)
        {
            return GateProblems.Because(missing);
        }

        appointment.Complete(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        response.SetEtag(appointment);
        return TypedResults.Ok(await db.DescribeAsync(appointment, ct));
    }
}
